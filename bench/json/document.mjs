/** A JSON text of about so many bytes: nested records as a provider would return them, the same each time. */
export function documentOf(bytes) {
  let seed = 42;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const records = [];
  let size = 0;
  for (let id = 0; size < bytes; id++) {
    const record = {
      id: `case-${id}`,
      priority: Math.floor(random() * 5),
      open: random() > 0.5,
      customer: {
        name: `Customer ${id}`,
        address: { street: `${id} Main St`, geo: { lat: random() * 90, lon: random() * 180 } },
      },
      tags: ["billing", "german", `t${Math.floor(random() * 100)}`],
      events: Array.from({ length: 4 }, (_, step) => ({
        at: 1795226650000 + id * 1000 + step,
        kind: "note",
        by: { agent: `a${step}`, team: null },
      })),
      summary: "The customer asked about an invoice that was charged twice.",
    };
    size += JSON.stringify(record).length + 1;
    records.push(record);
  }
  return JSON.stringify({ total: records.length, records });
}
