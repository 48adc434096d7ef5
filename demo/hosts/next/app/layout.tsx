import type { ReactNode } from "react";
import "./app.css";

export const metadata = { title: "Floor", icons: "data:," };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
