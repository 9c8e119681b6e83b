/** An Entra object id as it is compared: settings and tokens may write the same id in large and small letters. */
export const personId = (objectId: string): string => objectId.toLowerCase();

/** Whether two Entra object ids name the same person. */
export const isSamePerson = (one: string, other: string): boolean => personId(one) === personId(other);
