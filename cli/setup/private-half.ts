/** Found in the file of each private key, wrapped or not. */
const privateHalf = /AGE-SECRET-KEY-|age-encryption\.org|BEGIN AGE ENCRYPTED FILE/iu;

export const holdsPrivateHalf = (text: string): boolean => privateHalf.test(text);

export const privateHalfRefusal =
  'This is a private key, which opens reports. Nothing of it was saved. Remove it from this machine, clear the terminal, and have its holders make a new key.';
