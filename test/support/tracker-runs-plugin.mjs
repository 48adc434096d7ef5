const { TRACKER_RUNS } = process.env;

/** Tells the model test of the tracker how many random conversations were asked for: `TRACKER_RUNS=100000 npx wtr …`. */
export const trackerRunsPlugin = {
  name: "tracker-runs",
  isSet: TRACKER_RUNS !== undefined,
  executeCommand: ({ command }) => (command === "tracker-runs" ? Number(TRACKER_RUNS ?? 4000) : undefined),
};
