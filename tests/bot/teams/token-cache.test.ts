import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { generateKeyPair } from 'jose';
import { createTokenCache } from '../../../bot/teams/connector-token.ts';

const { publicKey } = await generateKeyPair('RS256');
const by = { key: publicKey, endorsements: ['msteams'] };
const facts = { kid: 'a key', by, notBefore: 1, expires: 2, serviceUrl: 'https://service.example/' };

describe('tokens that were proven', () => {
  it('are as many as were told, however many come, and the latest', () => {
    const tokens = createTokenCache(100);
    for (let at = 0; at < 1_000; at += 1) tokens.set(`token ${at}`, { ...facts, expires: at });
    const known = Array.from({ length: 1_000 }, (_, at) => tokens.get(`token ${at}`)?.expires);
    expect(known.filter((expires) => expires !== undefined)).toEqual(Array.from({ length: 100 }, (_, at) => 900 + at));
  });

  it('push nobody out by coming again', () => {
    const tokens = createTokenCache(2);
    for (const token of ['one', 'other', 'other', 'other']) tokens.set(token, facts);
    expect([tokens.get('one'), tokens.get('other')]).toEqual([facts, facts]);
  });

  it('are not known where they were not kept', () => {
    const tokens = createTokenCache();
    tokens.set('a token', facts);
    expect(['a token ', 'A token', ''].map((token) => tokens.get(token))).toEqual([undefined, undefined, undefined]);
    expect(inspect(tokens, { depth: 9, showHidden: true })).not.toContain('a token');
  });
});
