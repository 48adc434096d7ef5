/** What stands in the place of a masked value, everywhere. Its length says nothing. */
export const MASK = "••••••••";
