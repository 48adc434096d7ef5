// The page that an app's manifest names: the endpoint and its token are settings of the app.
import ZAFClient from "zendesk_app_framework_sdk";

const client = ZAFClient.init();
const { settings } = await client.metadata();
const { currentUser } = await client.get(["currentUser"]);

document.documentElement.lang = currentUser.locale;
const provider = document.querySelector("transfer-sessions-provider");
provider.token = settings.token;
provider.src = settings.endpoint;
document.querySelector("transfer-sessions-table").addEventListener("transfer-session-ended", ({ session }) => {
  void client.invoke("notify", `Ended ${session.contactId}`);
});
