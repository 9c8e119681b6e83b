import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { languages } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { TokenSubject } from '../../fakes/entra.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { saveCase } from '../../support/journeys/save-case.ts';
import { createSealText } from '../../support/seals/create-seal.ts';

const { handler, second, reserve } = unitPeople;
const unit = setUpUnit();
beforeAll(async () => {
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
});

const graded = { status: 'triaged', nationalCategory: 'other', opened: true } as const;
const save = (who: TokenSubject, differences: Partial<CaseRecord>, shutOut?: string) => {
  const entry = { by: { objectId: toPersonId(who.objectId) }, at: unit.bot.clock.now().toISOString() };
  return saveCase(
    unit.bot,
    { ...graded, assignee: toPersonId(who.objectId), ...differences },
    {
      later: [
        ...(shutOut === undefined
          ? []
          : [{ ...entry, kind: 'excluded' as const, detail: { person: toPersonId(shutOut) } }]),
        { ...entry, kind: 'consulted' },
      ],
    },
  );
};
const close = ({ caseId, revision }: CaseRecord) => ({
  caseId,
  request: newRequestId(),
  revision,
  outcome: 'misconduct' as const,
  answer: 'withheld' as const,
  words: { for: 'handlers', sealed: createSealText('a reason') } as const,
});
const notAllowed = (why: string) => ({ code: 'notAllowed', why });

describe.each(languages)('the panel that closes a case, in %s', (language) => {
  const open = async (who: TokenSubject, { caseId }: CaseRecord) => {
    const tab = await unit.open(who, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    return { tab, at, panel: await tab.panel(at.words('work.closeHeading')) };
  };

  it('says that nobody of the reserve could be told, before anything is typed', async () => {
    const excluded = unit.bot.settings.roles.reserve;
    const record = await save(handler, { excluded });
    const { tab, at, panel } = await open(handler, record);
    await panel.getByText(at.words('closing.noReserve')).waitFor();
    expect(await tab.button(at.words('work.closeSend'), panel).count()).toBe(0);
    await checkEveryTheme(tab, `${language}-closing-no-reserve`);
    expect(await unit.bot.tab(handler).refusal('case.close', close(record))).toEqual(notAllowed('noReserve'));
    // A colleague who has opened it is enough.
    await unit.bot.tab(second).call('case.consult', { caseId: record.caseId });
    await tab.press(at.words('case.refresh'));
    await tab.button(at.words('work.closeSend'), panel).waitFor();
    expect(await panel.getByText(at.words('closing.noReserve')).count()).toBe(0);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('says that a second person is needed where one of the reserve was shut out', async () => {
    const shutOut = randomUUID();
    const others = unit.bot.settings.roles.reserve.filter((one) => one !== reserve.objectId);
    const differences = { handledBy: 'reserve', excluded: [toPersonId(shutOut), ...others] } as const;
    const record = await save(reserve, differences, shutOut);
    const { tab, at, panel } = await open(reserve, record);
    await panel.getByText(at.words('closing.needsSecond')).waitFor();
    expect(await tab.button(at.words('work.closeSend'), panel).count()).toBe(0);
    await tab.page.setViewportSize({ width: 360, height: 800 });
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-closing-needs-second-360`, 'whole');
    expect(await unit.bot.tab(reserve).refusal('case.close', close(record))).toEqual(notAllowed('needsSecond'));
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('offers to ask the reserve only if somebody of it can be told', async () => {
    const urgent = { urgency: 'urgent', excluded: unit.bot.settings.roles.reserve } as const;
    const { tab, at, panel } = await open(handler, await save(handler, urgent));
    await panel.getByText(at.words('closing.agreeNoReserve')).waitFor();
    expect(await panel.getByLabel(at.words('closing.agreeReserve')).count()).toBe(0);
    expect(await panel.getByText(at.words('closing.noReserve')).count()).toBe(0);
    expect(await tab.button(at.words('closing.agreeSend'), panel).count()).toBe(1);
    const lowering = await tab.panel(at.words('urgency.heading'));
    await lowering.getByText(at.words('closing.agreeNoReserve')).waitFor();
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-closing-ask-colleague`, 'whole');
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();

    const told = await open(handler, await save(handler, { urgency: 'urgent' }));
    await told.panel.getByLabel(told.at.words('closing.agreeReserve')).waitFor();
    await told.tab.close();
  });
});
