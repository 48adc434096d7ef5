// A server component. What takes functions or objects is in a client component; a badge can stand right here.
import { TransferStatusBadge } from "handoff-elements/react";
import { App } from "./react-app";

export default function Page() {
  return (
    <main>
      <TransferStatusBadge status="queued" />
      <App />
    </main>
  );
}
