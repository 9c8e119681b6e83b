import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAzureTemplate } from '../../deploy/azure/check-parameters.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { renderCosmosBill, unitsOfAMinuteAtRest } from './azure-month.ts';
import { unitsAtRest } from './request-units.ts';
import { countMinuteAtRest, countReadinessUnits } from './server-at-rest.ts';

describe('a server that no one uses', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ entryPoint: 'dialog', store: 'cosmos' });
  });
  afterAll(() => bot.stop());

  it('asks Cosmos DB as often as the bill in the guide counts', async () => {
    const { queries, pointReads } = await countMinuteAtRest(bot);
    expect({ queries, pointReads }).toEqual({ queries: unitsAtRest.queries, pointReads: unitsAtRest.pointReads });
  });

  it('writes for as many units as the bill counts, if Azure asks whether it is ready', async () => {
    expect(await countReadinessUnits(bot)).toBeCloseTo(unitsAtRest.unitsOfALook, 1);
  });
});

describe('the bill of a month in the guide for Azure', () => {
  const guide = readFileSync('docs/guides/azure.md', 'utf8');
  const [, told = ''] = /<!-- bill -->\n([\s\S]*?)\n<!-- \/bill -->/u.exec(guide) ?? [];

  it('is what the measured units and the template come to', () => {
    expect(told).toBe(renderCosmosBill(readAzureTemplate()));
  });

  it('changes with the template', () => {
    const asked = JSON.stringify(readAzureTemplate()).replaceAll('"periodSeconds":30', '"periodSeconds":10');
    expect(renderCosmosBill(JSON.parse(asked))).not.toBe(told);
    expect(unitsOfAMinuteAtRest(6)).toBeGreaterThan(unitsOfAMinuteAtRest(2));
  });
});
