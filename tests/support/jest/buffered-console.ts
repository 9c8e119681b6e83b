// Anything a test prints that nobody asked for is a finding: it may be somebody's words.
import { afterEach, beforeEach, expect } from '@jest/globals';

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
let printed: string[] = [];

for (const method of methods) {
  console[method] = (...parts: unknown[]) => {
    printed.push(`console.${method}: ${parts.map(String).join(' ').slice(0, 200)}`);
  };
}

beforeEach(() => {
  printed = [];
});

afterEach(() => {
  expect(printed).toEqual([]);
});
