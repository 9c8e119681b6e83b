import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deriveCaseId, deriveMessageKey } from '../../core/model/return-code-keys.ts';
import {
  isMessageAuthentic,
  sealedMessageSchema,
  type SealedReport,
  sealedReportSchema,
} from '../../core/model/sealed-report.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { type ReturnCode, formatReturnCode } from '../../core/model/return-code.ts';
import { translate } from '../../words/cards/translate.ts';
import { nextStepInput } from '../support/core/next-step-input.ts';
import { createSubmission, decryptWith } from '../support/core/open-core.ts';
import { writeToReporter } from '../support/core/write-to-reporter.ts';
import { parseCardCode } from '../support/dialogs/report-driver.ts';
import {
  type PartnerDriver,
  createPartnerDriver,
  shortAnswers,
  goToPartnerCode,
} from '../support/dialogs/partner-driver.ts';
import { assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { buttonName, type ParsedCard } from '../support/journeys/parsed-card.ts';

let led: PartnerDriver;
beforeEach(() => {
  led = createPartnerDriver();
});
afterEach(() => led.close());

const verbsOn = (card: ParsedCard) => card.buttons.filter(({ data }) => data !== undefined).map(buttonName);
const send = async (way = shortAnswers): Promise<ReturnCode> => {
  await goToPartnerCode(led, way);
  return parseCardCode(await led.step('next', nextStepInput('send')));
};
const recordOf = async (code: ReturnCode) => {
  const record = (await led.core.store.cases.read(deriveCaseId(code)))?.value;
  if (record === undefined) throw new Error('nothing is saved');
  return record;
};
const reportOf = async (code: ReturnCode): Promise<SealedReport> => {
  const { handledBy, sealedReport } = await recordOf(code);
  return sealedReportSchema.parse(await decryptWith(handledBy, sealedReport));
};
const enter = async (code: ReturnCode, at = led): Promise<ParsedCard> => {
  at.open('comeBack');
  return await at.step('next', { code: formatReturnCode(code) });
};
const messagesOf = async (code: ReturnCode) => {
  const events = await led.core.store.history.readAll(deriveCaseId(code));
  const written = events.filter(({ kind }) => kind === 'messageFromReporter');
  return await Promise.all(
    written.map(async ({ message }) => sealedMessageSchema.parse(await decryptWith('acu', message?.sealed ?? ''))),
  );
};

describe('a partner who passes something on', () => {
  it('is asked on the first card, and reads what not to do and the duty that stays one press away', async () => {
    for (const language of ['en', 'cy'] as const) {
      const card = led.open('report', language);
      expect(card.text).toContain('999');
      expect(card.inputs.map(({ id }) => id)).toEqual(['consent', 'consentWhy', 'paperOn']);
      const more = await led.step('more', { consent: 'agrees' });
      for (const key of ['hub.consentFirst', 'hub.askLater', 'hub.doNotAsk', 'hub.noNotes', 'hub.duty'] as const)
        expect(more.text).toContain(translate(language, key));
      expect(more.text).toContain(language === 'en' ? 'the Victim Care Unit' : 'yr Uned Gofal Dioddefwyr');
      const back = await led.step('back');
      expect(back.inputs.find(({ id }) => id === 'consent')?.value).toBe('agrees');
    }
  });

  it.each(['agrees', 'against', 'notSafe', 'notAsked'])(
    'sends it where the answer on consent is %s',
    async (consent) => {
      const why = consent !== 'agrees' && { consentWhy: 'others may be at risk' };
      const code = await send([{ consent, ...why }, ...shortAnswers.slice(1)]);
      expect((await reportOf(code)).answers).toMatchObject({
        consent,
        ...(consent !== 'agrees' && { consentWhy: 'others may be at risk' }),
      });
    },
  );

  it('is kept by no name, in no way of reporting but the one that keeps none, by the route of the hub', async () => {
    const code = await send();
    const record = await recordOf(code);
    expect(record).toMatchObject({ route: 'hub', mode: 'notKept' });
    expect([record.sealedIdentity, record.attestedIdentity]).toEqual([undefined, undefined]);
    const { answers, route, mode } = await reportOf(code);
    expect({ answers, route, mode }).toEqual({
      route: 'hub',
      mode: 'notKept',
      answers: { consent: 'agrees', what: 'what they said', conflict: 'no', risk: 'no' },
    });
  });

  it('is asked for one of the two accounts, and sends what they saw alone', async () => {
    led.open('report');
    await led.step('next', { consent: 'agrees' });
    const wrong = await led.step('next', { conflict: 'no' });
    expect(wrong.text).toContain(translate('en', 'problem.either'));
    await led.step('next', { observed: 'x'.repeat(4_000) });
    const code = parseCardCode(await led.step('next', nextStepInput('send')));
    expect((await reportOf(code)).answers.observed).toHaveLength(4_000);
  });

  it('is told where two answers contradict each other, and loses neither', async () => {
    await goToPartnerCode(led);
    await led.step('next', nextStepInput('detail'));
    const card = await led.step('next', { contactWays: 'phone,none' });
    const label = translate('en', 'hubQuestion.contactWays');
    expect(card.text).toContain(translate('en', 'problem.contradiction', { label }));
    expect(card.inputs.find(({ id }) => id === 'contactWays')?.value).toBe('phone,none');
    const next = await led.step('next', { contactWays: 'none' });
    expect(next.inputs.map(({ id }) => id)).toContain('who');
  });

  it('raises an urgent alert where a child is at risk, and is told so before and after', async () => {
    const [first = {}, words = {}] = shortAnswers;
    const card = await goToPartnerCode(led, [first, { ...words, childAtRisk: 'yes' }]);
    expect(card.text).toContain(translate('en', 'report.urgent'));
    const receipt = await led.step('next', nextStepInput('send'));
    expect(receipt.text).toContain(translate('en', 'receipt.urgent'));
    expect((await recordOf(parseCardCode(receipt))).urgency).toBe('urgent');
  });

  it('is told of the urgent alert before they send, also if they answer so from the review', async () => {
    await goToPartnerCode(led);
    let card = await led.step('next', nextStepInput('detail'));
    while (!verbsOn(card).includes('change:hubWords')) card = await led.step('next');
    expect(card.text).not.toContain(translate('en', 'report.urgent'));
    await led.step('change:hubWords');
    card = await led.step('next', { childAtRisk: 'yes' });
    expect(verbsOn(card)).toContain('send');
    expect(card.text).toContain(translate('en', 'report.urgent'));
  });

  it('is told on the receipt what to tell the person, and of the duty unless it was done', async () => {
    await goToPartnerCode(led);
    const receipt = await led.step('next', nextStepInput('send'));
    for (const key of ['hub.tellHeading', 'hub.tellPassed', 'hub.tellNothing', 'hub.tellWithdraw', 'hub.duty'] as const)
      expect(receipt.text).toContain(translate('en', key));
    await goToPartnerCode(led);
    await led.step('next', nextStepInput('detail'));
    for (const toldElse of ['', '', 'lado,police', '']) await led.step('next', { toldElse });
    expect((await led.step('send')).text).not.toContain(translate('en', 'hub.duty'));
  });

  it('adds a changed version to the first where the same draft was sent from elsewhere', async () => {
    await goToPartnerCode(led);
    const code = parseCardCode(await led.step('next', nextStepInput('later')));
    const other = led.by('hub');
    await enter(code);
    await led.step('resume');
    await enter(code, other);
    await other.step('resume');
    await led.step('next', nextStepInput('send'));
    for (const at of ['hubContact', 'hubOfficer', 'hubSigns', 'hubMore', 'review'])
      expect([at, (await other.step('next', nextStepInput('detail'))).text]).not.toEqual([at, '']);
    await other.step('change:hubFirst');
    await other.step('next', { consent: 'notAsked', consentWhy: 'she left in a hurry' });
    expect((await other.step('send')).text).toContain(translate('en', 'receipt.differsHeading'));
    await other.step('add');
    const [message] = await messagesOf(code);
    for (const words of [
      'she left in a hurry',
      translate('en', 'hubOption.notAsked'),
      translate('en', 'hubQuestion.what'),
    ])
      expect(message?.text).toContain(words);
    expect((await reportOf(code)).answers.consent).toBe('agrees');
  });

  it('goes on with a draft, which does not open at the door of the staff and stays there', async () => {
    await goToPartnerCode(led);
    const code = parseCardCode(await led.step('next', nextStepInput('later')));
    const staff = led.by('staff');
    await enter(code, staff);
    expect((await staff.step('resume')).text).toContain(translate('en', 'problem.otherDoor'));
    await enter(code);
    const resumed = await led.step('resume');
    expect(resumed.text).toContain(translate('en', 'hub.codeKeep'));
    expect(parseCardCode(await led.step('next', nextStepInput('send')))).toBe(code);
  });

  it('is told of a draft of the staff that it goes on at their door, and loses nothing of it', async () => {
    const staff = led.by('staff');
    staff.open('report');
    await staff.step('next', { what: 'of a colleague', conflict: 'no' });
    await staff.step('next', { mode: 'named' });
    const code = parseCardCode(await staff.step('next', nextStepInput('later')));
    await enter(code);
    expect((await led.step('resume')).text).toContain(translate('en', 'problem.otherDoor'));
    await enter(code, staff);
    expect(parseCardCode(await staff.step('resume'))).toBe(code);
  });

  it('leaves nothing of it in the clear', async () => {
    const canary = newCanary();
    const way: typeof shortAnswers = [
      { consent: 'against', consentWhy: canary, paperOn: canary },
      { what: canary, observed: canary, conflict: 'no' },
    ];
    await goToPartnerCode(led, way);
    await led.step('next', nextStepInput('detail'));
    await led.step('next', {
      contactDetail: canary,
      contactWhen: canary,
      contactNot: canary,
      contactLanguageOther: canary,
    });
    await led.step('next', { who: canary, where: canary, when: canary });
    await led.step('next', { toldElse: 'lado', toldWhen: canary });
    await led.step('next', { evidence: canary, practitioner: canary });
    const code = parseCardCode(await led.step('send'));
    await enter(code);
    await led.step('withdraw');
    await led.step('record', { addition: canary });
    expect(JSON.stringify(await reportOf(code)).split(canary)).toHaveLength(15);
    assertAbsentOnDisk(led.core.folder, [canary]);
  });
});

describe('files', () => {
  it('are spoken of on the cards as they can be added there, or cannot', async () => {
    const taking = led.by('hub', { takesFiles: true });
    for (const [at, onWords, onCase] of [
      [led, 'report.noFiles', 'report.noFiles'],
      [taking, 'report.filesLater', 'comeBack.filesBelow'],
    ] as const) {
      at.open('report');
      expect((await at.step('more')).text).toContain(translate('en', onWords));
      const code = await send();
      const card = await enter(code, at);
      const hint = card.inputs.find(({ id }) => id === 'addition')?.label ?? '';
      expect(`${card.text} ${hint}`).toContain(translate('en', onCase));
    }
  });
});

describe('a partner who comes back', () => {
  it('reads how it stands, what to tell the person, and what was written to them', async () => {
    const code = await send();
    const card = await enter(code);
    for (const key of ['hub.tellHeading', 'hub.tellReceived', 'hub.doNotAsk'] as const)
      expect(card.text).toContain(translate('en', key));
    await writeToReporter({ store: led.core.store, now: led.core.deps.clock() }, code, 'Is a morning safe?');
    const written = await enter(code);
    expect(written.text).toContain('Is a morning safe?');
    expect(written.text).toContain(translate('en', 'hub.tellSeen'));
    await led.step('add', { addition: 'Yes, before ten.' });
    expect(await messagesOf(code)).toMatchObject([{ text: 'Yes, before ten.' }]);
  });

  it('is not asked whether they were treated worse, and is not told who supports whoever is affected', async () => {
    const card = await enter(await send());
    const marks = card.inputs.find(({ id }) => id === 'marks');
    expect(marks?.choices?.map(({ value }) => value)).toEqual(['risk', 'unit']);
    expect(card.text).not.toContain('Support');
  });

  it('adds what may concern the unit apart, by the route of the hub', async () => {
    const code = await send();
    await enter(code);
    const apart = parseCardCode(await led.step('add', { addition: 'it is one of the unit', marks: 'unit' }));
    expect(apart).not.toBe(code);
    expect(await recordOf(apart)).toMatchObject({ route: 'hub', handledBy: 'reserve', mode: 'notKept' });
  });
});

describe('consent that is withdrawn', () => {
  it('is recorded once they have read what it does not undo, with why where they say it', async () => {
    const code = await send();
    const card = await enter(code);
    expect(verbsOn(card)).toContain('withdraw');
    const asking = await led.step('withdraw');
    expect(asking.text).toContain(translate('en', 'hub.withdrawNot'));
    expect(await messagesOf(code)).toEqual([]);
    const done = await led.step('record', { addition: ' She is afraid. ' });
    expect(done.text).toContain(translate('en', 'hub.withdrawnHeading'));
    const [message, ...others] = await messagesOf(code);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      says: 'consentWithdrawn',
      text: `${translate('en', 'hub.withdrawnText')}\n\nShe is afraid.`,
    });
    expect(message && isMessageAuthentic(deriveMessageKey(code), message)).toBe(true);
    expect(led.nudges()).toBe(2);
  });

  it('is recorded once however often, and from whichever card, it is pressed; other words are said as well', async () => {
    const code = await send();
    for (const why of ['', '', 'afraid', 'afraid']) {
      await enter(code);
      await led.step('withdraw');
      await led.step('record', { addition: why });
    }
    expect((await messagesOf(code)).map(({ number, says }) => [number, says])).toEqual([
      [1, 'consentWithdrawn'],
      [2, 'consentWithdrawn'],
    ]);
  });

  it('is recorded in the same name in both languages, and says to the database no more than an addition does', async () => {
    const code = await send();
    await enter(code);
    await led.step('withdraw');
    await led.step('language');
    await led.step('record');
    led.open('comeBack', 'en');
    await led.step('next', { code: formatReturnCode(code) });
    await led.step('withdraw');
    await led.step('record');
    const [message] = await messagesOf(code);
    expect(await messagesOf(code)).toHaveLength(1);
    expect(message?.id).toMatch(/^[0-9a-f]{32}$/u);
    const other = await send();
    await enter(other);
    await led.step('withdraw');
    await led.step('record');
    expect((await messagesOf(other))[0]?.id).not.toBe(message?.id);
  });

  it('is left undone by whoever goes back, with what they wrote kept', async () => {
    const code = await send();
    await enter(code);
    await led.step('withdraw');
    const back = await led.step('keep', { addition: 'not sure yet' });
    expect(back.inputs.find(({ id }) => id === 'addition')?.value).toBe('not sure yet');
    expect((await led.step('withdraw')).text).toContain(
      translate('en', 'problem.typed', { label: translate('en', 'comeBack.followUp') }),
    );
    expect(await messagesOf(code)).toEqual([]);
  });

  it.each(['refuse', 'lose', 'hang'] as const)(
    'is not said to be recorded where the store did %s, and is there once',
    async (trouble) => {
      const code = await send();
      await enter(code);
      await led.step('withdraw');
      led.faultyStore.set(trouble);
      const failed = await led.step('record', { addition: 'afraid' });
      expect(failed.text).not.toContain(translate('en', 'hub.withdrawnHeading'));
      expect(failed.inputs.find(({ id }) => id === 'addition')?.value).toBe('afraid');
      led.faultyStore.set('none');
      expect((await led.step('record')).text).toContain(translate('en', 'hub.withdrawnHeading'));
      expect(await messagesOf(code)).toHaveLength(1);
    },
  );

  it('is not offered for a code of the staff, by the door of the hub', async () => {
    const { code, ...rest } = createSubmission();
    await submitReport(led.core.deps, { code, ...rest });
    expect(verbsOn(await enter(code))).not.toContain('withdraw');
    expect((await led.step('withdraw')).text).toContain(translate('en', 'problem.oddMove'));
    expect(await messagesOf(code)).toEqual([]);
    expect(verbsOn(await enter(await send()))).toContain('withdraw');
  });

  it('is not offered at the door of the staff', async () => {
    const code = await send();
    const staff = led.by('staff');
    expect(verbsOn(await enter(code, staff))).not.toContain('withdraw');
    expect((await staff.step('withdraw')).text).toContain(translate('en', 'problem.oddMove'));
  });
});
