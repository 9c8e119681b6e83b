// Loaded when words are used: nobody else needs it.
export { scryptAsync } from '@noble/hashes/scrypt.js';
