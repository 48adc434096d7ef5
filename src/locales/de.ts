import type { CommonStrings } from "../i18n/common-strings.js";
import { formatNumber } from "../i18n/format.js";
import { registerLocale } from "../i18n/locales.js";
import type { TableStrings } from "../i18n/table-strings.js";

const number = (value: number, lang: string, one: string, other: string): string =>
  `${formatNumber(value, lang)} ${value === 1 ? one : other}`;

const common: CommonStrings = {
  status: {
    pending: "Angefragt",
    queued: "Wartet",
    active: "Aktiv",
    post_agent: "Nachbereitung",
    ended: "Beendet",
    expired: "Abgelaufen",
    gone: "Verschwunden",
  },
  channel: { chat: "Chat", messaging: "Nachrichten", email: "E-Mail", campaign: "Kampagne", voice: "Anruf" },
  provider: {
    smartassist: "SmartAssist",
    salesforce: "Salesforce",
    servicenow: "ServiceNow",
    five9: "Five9",
    genesys: "Genesys",
  },
  none: "—",
  noneLabel: "keine Angabe",
  unknownStatus: "Unbekannt",
  cancel: "Abbrechen",
  close: "Schließen",
  copy: "Kopieren",
  copied: "Kopiert",
  copyFailed: "Kopieren nicht möglich",
  retry: "Erneut versuchen",
  refresh: "Aktualisieren",
};

const table: TableStrings = {
  title: "Übergaben",
  columns: {
    contact: "Kontakt",
    agent: "KI-Agent",
    provider: "Plattform",
    channel: "Kanal",
    status: "Status",
    queue: "Warteschlange",
    duration: "Dauer",
    actions: "Aktionen",
  },
  pause: "Anhalten",
  resume: "Fortsetzen",
  updated: (age) => `Stand vor ${age}`,
  updatedNow: "Soeben aktualisiert",
  next: (wait) => `nächster in ${wait}`,
  updating: "Aktualisiert …",
  paused: "Angehalten",
  offline: "Offline",
  stale: "Veraltet",
  staleMessage: (age, time) => `Die letzte Aktualisierung ist vor ${age} gescheitert. Stand von ${time}.`,
  loading: "Übergaben werden geladen …",
  notConnected: "Keine Datenquelle verbunden",
  notConnectedHint: "Übergaben erscheinen hier, sobald die Seite eine verbindet.",
  empty: "Zurzeit keine Übergaben",
  emptyHint: "Eine Übergabe erscheint hier, sobald ein KI-Agent ein Gespräch abgibt.",
  noIntegration: "Keine Plattform für Übergaben eingerichtet",
  noIntegrationHint: "Übergaben erscheinen hier, sobald eine Contact-Center-Plattform verbunden ist.",
  openSettings: "Einstellungen öffnen",
  error: "Übergaben konnten nicht geladen werden",
  errorHint: "Noch ist nichts bekannt; der nächste Versuch kommt von selbst.",
  unauthorized: "Anmeldung nötig",
  unauthorizedHint:
    "Die Anmeldung ist abgelaufen oder reicht hierfür nicht. Bis zum nächsten Versuch wird nicht aktualisiert.",
  tryAgain: "Erneut versuchen",
  quarantined: (value, lang) => `${number(value, lang, "Eintrag", "Einträge")} nicht lesbar`,
  quarantinedRecord: (place, reason) => `Eintrag ${place}: ${reason}`,
  quarantinedMore: (value, lang) => `und ${formatNumber(value, lang)} weitere`,
  fieldIssues: (value, lang) => `${number(value, lang, "Feld", "Felder")} nicht lesbar`,
  copyContact: (contact) => `Kontakt ${contact} kopieren`,
  end: "Beenden",
  endSession: (contact) => `Übergabe von Kontakt ${contact} beenden`,
  ending: "Wird beendet …",
  endingSession: (contact) => `Übergabe von Kontakt ${contact} wird beendet`,
  endFailed: "Gescheitert",
  endFailedMessage: (contact) => `Die Übergabe von Kontakt ${contact} konnte nicht beendet werden.`,
  retryEnd: (contact) => `Erneut versuchen, die Übergabe von Kontakt ${contact} zu beenden`,
  waitingWarning: "wartet lange",
  waitingCritical: "wartet zu lange",
  confirmTitle: "Diese Übergabe beenden?",
  confirmMessage: (contact, provider) =>
    `Das Gespräch von Kontakt ${contact} bei ${provider} wird geschlossen, und der Agent dort erfährt es.`,
  confirmEnd: "Übergabe beenden",
  confirmOver: "Diese Übergabe ist inzwischen beendet.",
  confirmLeft: "Diese Übergabe steht inzwischen nicht mehr in der Liste.",
  confirmUnknownContact: "unbekannt",
  confirmUnknownProvider: "einer unbekannten Plattform",
};

/** German. Importing this module makes it known to every element; it is used where the page's `lang` asks for it. */
export const german = { common, table };

registerLocale("de", german);
