/** The providers that the platform documents. */
export const PROVIDERS = ["smartassist", "salesforce", "servicenow", "five9", "genesys"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** The channels that the platform documents. */
export const CHANNELS = ["chat", "messaging", "email", "campaign", "voice"] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_WEIGHTS: Readonly<Record<Channel, number>> = {
  chat: 38,
  messaging: 22,
  voice: 18,
  email: 12,
  campaign: 10,
};

/** Who takes what: telephony lives with Genesys and Five9, cases with Salesforce and ServiceNow. */
export const PROVIDER_WEIGHTS: Readonly<Record<Channel, Readonly<Record<Provider, number>>>> = {
  chat: { smartassist: 28, salesforce: 26, servicenow: 18, five9: 6, genesys: 22 },
  messaging: { smartassist: 24, salesforce: 34, servicenow: 8, five9: 6, genesys: 28 },
  email: { smartassist: 10, salesforce: 44, servicenow: 32, five9: 4, genesys: 10 },
  campaign: { smartassist: 22, salesforce: 12, servicenow: 2, five9: 38, genesys: 26 },
  voice: { smartassist: 14, salesforce: 6, servicenow: 2, five9: 34, genesys: 44 },
};

/** The project's connections, by what their administrators called them. */
export const PROVIDER_NAMES: Readonly<Record<Provider, string>> = {
  smartassist: "SmartAssist",
  salesforce: "Salesforce Service Cloud",
  servicenow: "ServiceNow CSM",
  five9: "Five9 outbound",
  genesys: "Genesys Cloud EU",
};

/** An invented AI agent: where it hands off to, and why. */
export interface AiAgent {
  readonly name: string;
  readonly queues: readonly string[];
  readonly reasons: readonly string[];
}

export const AI_AGENTS: readonly AiAgent[] = [
  {
    name: "Billing Assistant",
    queues: ["Billing", "Billing", "VIP"],
    reasons: ["refund above limit", "disputed invoice", "asked for a person"],
  },
  {
    name: "Order Tracker",
    queues: ["General", "Orders", "Orders"],
    reasons: ["parcel lost", "address change after dispatch", "asked for a person"],
  },
  {
    name: "Claims Intake",
    queues: ["Claims", "Claims", "Claims-EN"],
    reasons: ["injury reported", "documents unreadable", "policy not found"],
  },
  {
    name: "Card Services",
    queues: ["Cards", "Fraud", "Retention"],
    reasons: ["card blocked abroad", "suspected fraud", "wants to cancel"],
  },
  {
    name: "Travel Desk",
    queues: ["Travel-EN", "Travel-DE", "Travel-FR"],
    reasons: ["missed connection", "group booking", "low confidence"],
  },
  {
    name: "Tech Support L1",
    queues: ["Tier-1", "Tier-1", "Tier-2"],
    reasons: ["steps exhausted", "device offline", "asked for a person"],
  },
  {
    name: "Account Concierge",
    queues: ["VIP", "Retention"],
    reasons: ["wants to cancel", "identity not confirmed", "complaint"],
  },
];

/** Invented people at the providers' desks. */
export const HUMAN_AGENTS = [
  "Amara Osei",
  "Bruno Keller",
  "Chiara Moretti",
  "Dilan Aydin",
  "Elif Novak",
  "Farid Haddad",
  "Greta Lindqvist",
  "Hiroshi Tanaka",
  "Ines Duarte",
  "Jonas Weber",
  "Kavya Raman",
  "Liam Byrne",
] as const;

export const LANGUAGES = ["en", "en", "en", "de", "fr", "es"] as const;
export const TIERS = ["standard", "standard", "plus", "vip"] as const;
