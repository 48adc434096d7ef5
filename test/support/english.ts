import { commonEnglish } from "../../src/i18n/common-strings.js";
import { jsonPaneEnglish } from "../../src/i18n/json-pane-strings.js";
import { lifecycleEnglish } from "../../src/i18n/lifecycle-strings.js";
import type { LocaleGroups } from "../../src/i18n/locales.js";
import { sessionDetailsEnglish } from "../../src/i18n/session-details-strings.js";
import { summaryEnglish } from "../../src/i18n/summary-strings.js";
import { tableEnglish } from "../../src/i18n/table-strings.js";
import { trackerEnglish } from "../../src/i18n/tracker-strings.js";

/** All that English says. An element whose words are in no group does not compile, nor does a group that is not here. */
export const english: LocaleGroups = {
  common: commonEnglish,
  details: sessionDetailsEnglish,
  jsonPane: jsonPaneEnglish,
  lifecycle: lifecycleEnglish,
  summary: summaryEnglish,
  table: tableEnglish,
  tracker: trackerEnglish,
};
