import { tokens } from '@fluentui/react-components';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Action, Button, Field } from '../../cards/page.ts';
import type { Callout } from '../../cards/page.ts';
import type { Page, TextRun, Section } from '../../cards/page.ts';
import { type ButtonData, findReturnCode, returnCodeText, toButtonData, openLink } from './page-actions.ts';
import type { Route } from '../../core/model/report-routes.ts';
import { maxFieldLength, type RemainingLengthAnnouncer, useRemainingLength } from './remaining-length.ts';

// Both pages' styles use the parts' class names. Colours are the page's variables, so that they follow the client's
// theme.

const column: CSSProperties = { display: 'flex', flexDirection: 'column', gap: '12px', boxSizing: 'border-box' };
const runStyle = (size: number, isStrong = false, color: string = tokens.colorNeutralForeground1): CSSProperties => ({
  fontFamily: tokens.fontFamilyBase,
  fontSize: `${size}px`,
  fontWeight: isStrong ? 600 : 400,
  color,
});
const textStyle = (...look: Parameters<typeof runStyle>): CSSProperties => ({
  ...runStyle(...look),
  lineHeight: `${look[0] * 1.33}px`,
  overflowWrap: 'break-word',
});
const plain = textStyle(14);
const strong = textStyle(14, true);
const small = textStyle(12, false, tokens.colorNeutralForeground2);
const problem = textStyle(14, true, tokens.colorStatusDangerForeground3);

const borderStyle = `1px solid ${tokens.colorNeutralStroke1}`;
const dividedStyle: CSSProperties = { ...column, marginTop: '-12px', paddingTop: '12px', borderTop: borderStyle };

const calloutStyle = (backgroundColor: string, border: string): CSSProperties => ({
  ...column,
  padding: '12px',
  backgroundColor,
  border: `1px solid ${border}`,
});
const calloutStyles: Readonly<Record<Callout['style'], CSSProperties>> = {
  emphasis: calloutStyle(tokens.colorNeutralBackground3, tokens.colorNeutralStroke1),
  good: calloutStyle(tokens.colorStatusSuccessBackground1, tokens.colorStatusSuccessBorder1),
  warning: calloutStyle(tokens.colorStatusWarningBackground1, tokens.colorStatusWarningBorder1),
  attention: calloutStyle(tokens.colorStatusDangerBackground1, tokens.colorStatusDangerBorder1),
  accent: calloutStyle(tokens.colorBrandBackground2, tokens.colorBrandStroke2),
};

const Lines = ({ lines, look = plain }: { readonly lines: readonly string[]; readonly look?: CSSProperties }) =>
  lines.map((text, place) => (
    <div key={place} style={look}>
      {text}
    </div>
  ));

const Paragraphs = ({ lines }: { readonly lines: readonly (readonly TextRun[])[] }) =>
  lines.map((runs, place) => (
    <div key={place}>
      {runs.map((run, at) => (
        <span key={at} style={runStyle(14, run.strong)}>
          {run.text}
        </span>
      ))}
    </div>
  ));
const toRuns = (lines: readonly string[]): readonly (readonly TextRun[])[] => lines.map((text) => [{ text }]);

interface PressProps {
  readonly onPress: (button: Button) => void;
}

interface ActionButtonProps {
  readonly title: string;
  readonly style?: Button['style'];
  readonly role?: 'link';
  readonly onClick: () => void;
}
const ActionButton = ({ title, style, role, onClick }: ActionButtonProps) => (
  <button type="button" role={role} className={`ac-pushButton style-${style ?? 'default'}`} onClick={onClick}>
    {title}
  </button>
);

const ButtonRow = ({ children }: { readonly children: ReactNode }) => (
  <div className="ac-actionSet" style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
    {children}
  </div>
);

const Buttons = ({ actions, onPress }: PressProps & { readonly actions: readonly Action[] }) => (
  <ButtonRow>
    {actions.map((action, place) =>
      'url' in action ? (
        <ActionButton key={place} title={action.title} role="link" onClick={() => openLink(action.url)} />
      ) : (
        <ActionButton key={place} title={action.title} style={action.style} onClick={() => onPress(action)} />
      ),
    )}
  </ButtonRow>
);

const Links = ({ links = [], onPress }: PressProps & { readonly links?: readonly Action[] | undefined }) =>
  links.map((action, place) => <Buttons key={place} actions={[action]} onPress={onPress} />);

const summaryLinkStyle: CSSProperties = {
  ...plain,
  minHeight: '24px',
  padding: 0,
  border: 0,
  background: 'none',
  textAlign: 'start',
  textDecoration: 'underline',
  cursor: 'pointer',
};

/** Problems of fields, with a link to each field that the page shows. */
const ProblemSummary = ({ problems, callout, fields, onField, onPress }: ProblemSummaryProps) => (
  <div role="alert">
    <div ref={problems} tabIndex={-1} className="ac-container" style={calloutStyles[callout.style]}>
      <div role="heading" aria-level={3} style={strong}>
        {callout.heading}
      </div>
      {callout.text.map((text, at) => {
        const id = callout.fields?.[at];
        return (
          <div key={at} style={plain}>
            {id !== undefined && fields.includes(id) ? (
              <button type="button" role="link" style={summaryLinkStyle} onClick={() => onField(id)}>
                {text}
              </button>
            ) : (
              text
            )}
          </div>
        );
      })}
      <Links links={callout.links} onPress={onPress} />
    </div>
  </div>
);

interface ProblemSummaryProps extends PressProps {
  readonly problems: Ref<HTMLDivElement>;
  readonly callout: Callout;
  readonly fields: readonly string[];
  readonly onField: (id: string) => void;
}

const CalloutView = ({ callout, onPress }: PressProps & { readonly callout: Callout }) => (
  <div className="ac-container" style={calloutStyles[callout.style]}>
    <div style={strong}>{callout.heading}</div>
    <Lines lines={callout.text} />
    <Paragraphs lines={toRuns(callout.words ?? [])} />
    <Links links={callout.links} onPress={onPress} />
  </div>
);

const SectionView = ({ section, onPress }: PressProps & { readonly section: Section }) => (
  <div className="ac-container" style={{ ...column, gap: '8px' }}>
    {section.heading !== undefined && (
      <div role="heading" aria-level={3} style={textStyle(16, true)}>
        {section.heading}
      </div>
    )}
    <Lines lines={section.text} />
    <Paragraphs lines={section.set ?? []} />
    <Links links={section.links} onPress={onPress} />
  </div>
);

function Reveals({ reveals }: { readonly reveals: NonNullable<Page['reveals']> }) {
  const [shown, setShown] = useState<number>();
  return reveals.map(({ title, text }, place) => (
    <div key={place} className="ac-container" style={column}>
      <ButtonRow>
        <ActionButton title={title} onClick={() => setShown(place)} />
      </ButtonRow>
      {shown === place && (
        <div className="ac-container" style={calloutStyles.emphasis}>
          <Paragraphs lines={toRuns(text)} />
        </div>
      )}
    </div>
  ));
}

const Answers = ({ answers, look }: { readonly answers: NonNullable<Page['answers']>; readonly look: CSSProperties }) =>
  answers.map(({ question, lines }, place) => (
    <div key={place} className="ac-container" style={look}>
      <div style={strong}>{question}</div>
      <Paragraphs lines={toRuns(lines)} />
    </div>
  ));

interface StepProps {
  readonly isBusy: boolean;
  readonly onInputs: (inputs: Readonly<Record<string, string>>) => void;
  readonly remainingLength: RemainingLengthProps;
  readonly renderCodeActions: (code: string) => ReactNode;
  readonly beforeButtons?: ReactNode;
  /** Leads to `beforeButtons`: the focus begins there. */
  readonly leadToFiles?: string | undefined;
  /** Why the last step was not taken, above everything that can be done about it. */
  readonly refusal?: ReactNode;
}

interface Props {
  readonly page: Page;
  readonly className: string;
  readonly onPress: (data: ButtonData) => void;
  readonly step?: StepProps;
}

/**
 * Renders a page as HTML, always as text, without figures, trends and tables. Needs a new key for each page of a
 * conversation: typed words stay until then.
 */
export function PageView({ page, className, onPress, step }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const problems = useRef<HTMLDivElement>(null);
  const lead = useRef<HTMLDivElement>(null);
  const { callouts = [], references = [], sections = [], reveals = [], answers = [], parts = [], links = [] } = page;
  const code = findReturnCode(page);
  const pairs = links.flatMap((_, at) => (at % 2 === 0 ? [links.slice(at, at + 2)] : []));
  const inputs = () => (place.current ? readInputs(place.current) : {});
  const press = (button: Button): void => onPress({ ...toButtonData(button), ...inputs() });
  const first = page.actions.find((action) => 'sends' in action && action.style === 'positive');

  const isStep = step !== undefined;
  useEffect(() => {
    if (!isStep) return;
    const isLed = problems.current === null && lead.current !== null;
    (problems.current ?? lead.current ?? heading.current)?.focus({ preventScroll: true });
    (isLed ? lead : place).current?.scrollIntoView({ block: 'start' });
  }, [isStep]);
  const onInputs = step?.onInputs;
  useEffect(() => {
    if (place.current) onInputs?.(readInputs(place.current));
  }, [onInputs]);

  return (
    <div
      ref={place}
      className={className}
      lang={page.language}
      aria-busy={step?.isBusy}
      onInput={() => onInputs?.(inputs())}
    >
      <div
        className="ac-container"
        style={{ boxSizing: 'border-box', padding: '12px', backgroundColor: tokens.colorNeutralBackground1 }}
      >
        <div style={column}>
          {page.progress !== undefined && <div style={{ ...small, marginBottom: '-8px' }}>{page.progress}</div>}
          <div ref={heading} role="heading" aria-level={2} tabIndex={-1} style={textStyle(20, true)}>
            {page.heading}
          </div>
          <Lines lines={page.warnings ?? []} look={strong} />
          {step?.refusal}
          {callouts.map((callout, at) =>
            callout.fields === undefined ? (
              <CalloutView key={at} callout={callout} onPress={press} />
            ) : (
              <ProblemSummary
                key={at}
                problems={problems}
                callout={callout}
                onPress={press}
                fields={(page.fields ?? []).map(({ id }) => id)}
                onField={(id) => place.current?.querySelector<HTMLElement>(`[data-field="${id}"]`)?.focus()}
              />
            ),
          )}
          {references.map((reference) => (
            <div key={reference.value} className="ac-container" style={calloutStyles.emphasis}>
              <div style={plain}>{reference.label}</div>
              {reference.words !== undefined && (
                <div translate="no" style={textStyle(20, true)}>
                  {reference.words}
                </div>
              )}
              <div>
                <div translate="no" style={{ ...textStyle(20, true), fontFamily: tokens.fontFamilyMonospace }}>
                  {reference.value}
                </div>
                {reference === code && step?.renderCodeActions(returnCodeText(reference))}
              </div>
            </div>
          ))}
          {sections.map((section, at) => (
            <SectionView key={at} section={section} onPress={press} />
          ))}
          <Reveals reveals={reveals} />
          <Answers answers={answers} look={dividedStyle} />
          {parts.map((part, at) => (
            <div key={at} className="ac-container" style={dividedStyle}>
              <Answers answers={part.answers} look={column} />
              <Buttons actions={part.actions} onPress={press} />
            </div>
          ))}
          {(page.fields ?? []).map((field) => (
            <FieldView
              key={field.id}
              field={field}
              room={step?.remainingLength ?? noRemainingLength}
              onEnter={() => first && 'sends' in first && press(first)}
            />
          ))}
          <Lines lines={page.after ?? []} />
          {pairs.map((pair, at) => (
            <Buttons key={at} actions={pair} onPress={press} />
          ))}
        </div>
        {step?.leadToFiles !== undefined && (
          <div
            ref={lead}
            tabIndex={-1}
            className="ac-container"
            style={{ ...calloutStyles.accent, ...strong, marginTop: '12px' }}
          >
            {step.leadToFiles}
          </div>
        )}
        {step?.beforeButtons}
        {page.actions.length > 0 && (
          <div style={{ marginTop: '12px' }}>
            <Buttons actions={page.actions} onPress={press} />
          </div>
        )}
      </div>
    </div>
  );
}

interface RemainingLengthProps extends RemainingLengthAnnouncer {
  readonly route: Route;
}
const noRemainingLength: RemainingLengthProps = { route: 'staff', words: () => '', announce: () => undefined };

interface Control {
  readonly field: Field;
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
}
const hasProblems = ({ problems }: Field): true | undefined => (problems.length > 0 ? true : undefined);

function TextControl({
  field,
  id,
  labelId,
  describedBy,
  isMultiline,
  room: { route, ...announcer },
  onEnter,
}: Control & { readonly isMultiline: boolean; readonly room: RemainingLengthProps; readonly onEnter: () => void }) {
  const most = maxFieldLength(field.id, route);
  const { room, onTyped } = useRemainingLength(field.value, most, announcer);
  const roomId = `${id}-room`;
  const isCode = field.id === 'code';
  const shared = {
    id,
    'data-field': field.id,
    // No correction changes a word of a code, and none is asked for it.
    ...(isCode && { spellCheck: false, autoCorrect: 'off', autoCapitalize: 'none', autoComplete: 'off' }),
    defaultValue: field.value,
    style: { flex: '1 1 auto', minWidth: '0' },
    'aria-labelledby': labelId,
    'aria-invalid': hasProblems(field),
    'aria-describedby': [describedBy, most !== undefined && roomId].filter(Boolean).join(' ') || undefined,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <>
      <div style={{ display: 'flex' }}>
        {isMultiline ? (
          <textarea
            {...shared}
            // Its words take several lines, and Enter leads on from them.
            {...(isCode && { onKeyDown })}
            className="ac-input ac-textInput ac-multiline"
            onInput={({ currentTarget }) => onTyped(currentTarget.value)}
          />
        ) : (
          <input
            {...shared}
            type="text"
            className="ac-input ac-textInput"
            onInput={({ currentTarget }) => onTyped(currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </div>
      {most !== undefined && (
        <p
          className="candour-room"
          id={roomId}
          hidden={room === undefined}
          data-over={room?.kind === 'over' || undefined}
        >
          {room && announcer.words(room)}
        </p>
      )}
    </>
  );
}

type ChoiceInput = Extract<Field['input'], { kind: 'choice' }>;

function ChoiceControl({ field, id, labelId, describedBy, input }: Control & { readonly input: ChoiceInput }) {
  const { choices, isMultiSelect: isMany } = input;
  if (input.style === 'compact' && !isMany) {
    return (
      <select
        id={id}
        data-field={field.id}
        className="ac-input ac-multichoiceInput"
        style={{ width: '100%' }}
        defaultValue={field.value}
        aria-labelledby={labelId}
        aria-invalid={hasProblems(field)}
        aria-describedby={describedBy}
      >
        <option value="" />
        {choices.map(({ title, value }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  const chosen = isMany ? field.value.split(',') : [field.value];
  return (
    <div
      id={id}
      className={`ac-input ac-choiceSetInput-${isMany ? 'multiSelect' : 'expanded'}`}
      style={{ width: '100%', minWidth: '0' }}
      role={isMany ? 'group' : 'radiogroup'}
      aria-label={field.label}
      aria-invalid={isMany ? undefined : hasProblems(field)}
      aria-describedby={describedBy}
    >
      {choices.map(({ title, value }) => (
        <div key={value} style={{ display: 'flex', alignItems: 'center' }}>
          <input
            id={`${id}-${value}`}
            data-field={field.id}
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            value={value}
            defaultChecked={chosen.includes(value)}
            style={{ margin: '0', flex: '0 0 auto' }}
            aria-invalid={isMany ? hasProblems(field) : undefined}
          />
          <label htmlFor={`${id}-${value}`} style={{ ...plain, flex: '1 1 auto', marginLeft: '12px', minWidth: '0' }}>
            {title}
          </label>
        </div>
      ))}
    </div>
  );
}

function FieldView({
  field,
  room,
  onEnter,
}: {
  readonly field: Field;
  readonly room: RemainingLengthProps;
  readonly onEnter: () => void;
}) {
  const id = useId();
  const { problems, hint, input } = field;
  const about = [
    ...problems.map((_, place) => `${id}-problem-${place}`),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  const control: Control = { field, id, labelId: `${id}-label`, describedBy: about.join(' ') || undefined };
  return (
    <div className="ac-container" style={column}>
      {problems.map((text, place) => (
        <div key={place} id={`${id}-problem-${place}`} style={problem}>
          {text}
        </div>
      ))}
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <label id={control.labelId} htmlFor={id} style={{ ...strong, marginBottom: '8px' }}>
          {field.label}
        </label>
        {input.kind === 'text' ? (
          <TextControl {...control} isMultiline={input.isMultiline} room={room} onEnter={onEnter} />
        ) : (
          <ChoiceControl {...control} input={input} />
        )}
      </div>
      {hint !== undefined && (
        <div id={`${id}-hint`} style={small}>
          {hint}
        </div>
      )}
    </div>
  );
}

function readInputs(element: HTMLElement): Readonly<Record<string, string>> {
  const inputs = new Map<string, string>();
  for (const one of element.querySelectorAll<HTMLElement>('[data-field]')) {
    const isField =
      one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement || one instanceof HTMLInputElement;
    const name = one.dataset['field'];
    if (!isField || name === undefined || one.value === '') continue;
    if (one instanceof HTMLInputElement && one.type !== 'text' && !one.checked) continue;
    const before = inputs.get(name);
    inputs.set(name, before === undefined ? one.value : `${before},${one.value}`);
  }
  return Object.fromEntries(inputs);
}
