// Beside dist/embed/embed.js: says to Genesys Cloud that the page is up, and that it may go.
const { lifecycle } = new window.purecloud.apps.ClientApp({ pcEnvironmentQueryParam: "pcEnvironment" });
lifecycle.addBootstrapListener(() => lifecycle.bootstrapped());
lifecycle.addStopListener(() => lifecycle.stopped());
