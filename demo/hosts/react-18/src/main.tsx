import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./react-app.js";
import "./app.css";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
