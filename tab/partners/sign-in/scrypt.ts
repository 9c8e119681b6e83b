export { scryptAsync } from '@noble/hashes/scrypt.js';
