import { existsSync } from 'node:fs';

// Loaded before a command: Node's own switch says each time that there is no file, which is no news in development.
if (existsSync('.env')) process.loadEnvFile('.env');
