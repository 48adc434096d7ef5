/** The rows of the benchmark with digits past 2 ** 53: an id and a number in the metadata. */
const spelled = (text, quote) =>
  text
    .replaceAll(/"agentId":"agt_(\d)"/g, `"agentId":${quote}900719925474099$1${quote}`)
    .replaceAll('"messages":', `"ticket":${quote}300000000000123457${quote},"messages":`);

/** JavaScript reads these exactly. */
export const asText = (text) => spelled(text, '"');

/** The same digits, which JavaScript would round. */
export const asNumbers = (text) => spelled(text, "");
