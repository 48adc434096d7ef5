import { render } from "solid-js/web";
import { App } from "./app.jsx";
import "./app.css";

render(() => <App />, document.getElementById("app")!);
