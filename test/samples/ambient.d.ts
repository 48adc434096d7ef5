// What the samples of the docs take for granted: things of the host's page, and packages that are not installed here.
import type {
  AgentTransferTrackerElement,
  TransferConnection,
  TransferDataSource,
  TransferSdk,
  TransferSessionsProvider,
  TransferSessionsTable,
} from "handoff-elements";
import type { sessionStoreFor as storeFor } from "handoff-elements/core";
import type { dataSourceContract as contract } from "handoff-elements/testing";
import type * as Everything from "handoff-elements";
import "handoff-elements/define";

declare global {
  const dataSource: TransferDataSource;
  const source: TransferDataSource;
  const table: TransferSessionsTable;
  const tracker: AgentTransferTrackerElement;
  const provider: TransferSessionsProvider;
  const frame: HTMLIFrameElement;
  const WIDGETS: string;
  const aaWindowInstance: TransferSdk;
  const chatWindowInstance: TransferConnection;
  const api: { join(id: string): Promise<void> };
  const HandoffElements: typeof Everything;
  const sessionStoreFor: typeof storeFor;
  const dataSourceContract: typeof contract;
  function makeMySource(): TransferDataSource;
  function save(view: object): void;
  // Of consoles, as far as a sample touches them.
  const ZAFClient: {
    init(): { metadata(): Promise<{ settings: Record<string, string> }>; invoke(name: string, text: string): void };
  };
  const Flex: { CRMContainer: { Content: { replace(node: object): void } } };
  namespace ComponentFramework {
    interface StandardControl<Inputs, Outputs> {
      init(context: Context<Inputs>, notify: () => void, state: unknown, box: HTMLDivElement): void;
      updateView(context: Context<Inputs>): void;
      getOutputs?(): Outputs;
      destroy(): void;
    }
    interface Context<Inputs> {
      readonly parameters: Inputs;
    }
  }
  interface Window {
    purecloud: {
      apps: { ClientApp: new (options: object) => { lifecycle: Record<string, (done?: () => void) => void> } };
    };
  }
}
