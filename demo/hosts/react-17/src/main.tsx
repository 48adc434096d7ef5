import { StrictMode } from "react";
import { render } from "react-dom";
import { App } from "./react-app.js";
import "./app.css";

render(
  <StrictMode>
    <App />
  </StrictMode>,
  document.getElementById("app"),
);
