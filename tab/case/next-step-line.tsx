import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { type NextStep, nextStep } from './next-step.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { fontWeight: tokens.fontWeightSemibold },
});

const stepWords = {
  acknowledge: 'nextStep.acknowledge',
  read: 'nextStep.read',
  safety: 'nextStep.safety',
  take: 'nextStep.take',
  erasure: 'nextStep.erasure',
  agreeClosing: 'nextStep.agreeClosing',
  agreeLowering: 'nextStep.agreeLowering',
  sign: 'nextStep.sign',
  withdrawCard: 'nextStep.withdrawCard',
  part: 'nextStep.part',
  triage: 'nextStep.triage',
  referral: 'nextStep.referral',
  refer: 'nextStep.refer',
  detriment: 'nextStep.detriment',
  answer: 'nextStep.answer',
} as const satisfies Record<NextStep, string>;

const findPart = (step: NextStep): HTMLElement | null => document.querySelector(`[data-step="${step}"]`);

/**
 * Opens the part where a step is done, and puts the focus on what it needs first. Some parts are there only while the
 * report is open.
 */
function goToStep(step: NextStep): void {
  const part = findPart(step) ?? findPart('read');
  const head = part?.querySelector<HTMLElement>('button[aria-expanded]');
  if (head?.getAttribute('aria-expanded') === 'false') head.click();
  requestAnimationFrame(() => {
    const body =
      head === null || head === undefined ? part : document.getElementById(head.getAttribute('aria-controls') ?? '');
    const first =
      body?.querySelector<HTMLElement>('[data-step-start]') ??
      body?.querySelector<HTMLElement>('input, select, textarea, button');
    (first ?? head ?? part)?.focus();
    (head ?? part)?.scrollIntoView({ block: 'nearest' });
  });
}

export function NextStepLine() {
  const styles = useStyles();
  const { translate, me } = useTab();
  const { view } = useCaseContext();
  const step = nextStep(view, me);
  const lastStep = useRef(step);
  useEffect(() => {
    const isDone = lastStep.current !== step && (lastStep.current === 'safety' || lastStep.current === 'take');
    const wasHere = isDone && findPart(lastStep.current ?? 'read')?.contains(document.activeElement) === true;
    lastStep.current = step;
    if (wasHere && (step === 'take' || step === 'triage')) goToStep(step);
  }, [step]);
  if (step === undefined) return null;
  return (
    <section className={styles.line} aria-label={translate('nextStep.label')}>
      <span className={styles.words}>{translate(stepWords[step])}</span>
      <Button size="small" data-key="s" onClick={() => goToStep(step)}>
        {translate('nextStep.go')}
      </Button>
    </section>
  );
}
