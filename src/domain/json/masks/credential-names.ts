/** Words that make a key a credential's, wherever in the key they stand. Tested on the key without its separators. */
const ANYWHERE =
  /passw(?:or)?d|passphrase|passcode|token|secret|authori[sz]ation|cookie|credential|(?:api|access|private|signing|encryption|account|storage|session|subscription)key|connectionstring|bearer|jsessionid|phpsessid|sessionsecret/;

/**
 * Short words that are credentials only as a word of their own: `auth` but not `author`, `pin` but not `pinned`. A
 * signature only at the end: `X-Amz-Signature` but not `signatureVersion`.
 */
const AS_WORD = /(?:^|[^a-z])(?:auth|jwt|otp|totp|pwd|pass|pin|cvv|cvc)(?:[^a-z]|$)|(?:^|[^a-z])(?:sig|signature)$/;

const known = new Map<string, boolean>();

/**
 * Whether a key looks like that of a credential: `accessToken`, `api-key`, `X-Api-Key`, `Set-Cookie`, `private_key`.
 * Case, separators and invisible characters do not count. `sessionId` is no credential: it is what people came to read.
 */
export function looksLikeCredential(key: string): boolean {
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const fresh = test(key);
  if (known.size > 20_000) known.clear();
  if (key.length < 200) known.set(key, fresh);
  return fresh;
}

function test(key: string): boolean {
  let plain = key.length > 2000 ? key.slice(0, 2000) : key;
  // eslint-disable-next-line no-control-regex -- asks whether there is anything but ASCII
  if (/[^\u0000-\u007f]/.test(plain)) plain = plain.normalize("NFKC").replaceAll(/\p{Cf}/gu, "");
  if (ANYWHERE.test(plain.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase())) return true;
  return AS_WORD.test(plain.replaceAll(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase());
}

const COUNT = /tokens$|token(?:count|limit|usage|budget)s?$/;
const BESIDES_TOKEN = /passw|secret|authori|cookie|credential|key|bearer/;

/** Whether a number at this key counts tokens (`promptTokens: 812`) and is none. */
export function countsTokens(key: string): boolean {
  const plain = key.replaceAll(/[^A-Za-z]/g, "").toLowerCase();
  return COUNT.test(plain) && !BESIDES_TOKEN.test(plain);
}
