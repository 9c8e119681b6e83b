import { tokens } from '@fluentui/react-components';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Action, Button } from '../../cards/action.ts';
import type { Callout } from '../../cards/callout.ts';
import type { Page, Run, Section } from '../../cards/page.ts';
import { openLink } from './open-link.ts';
import { type ButtonData, codeOnPage, dataOf } from './page-actions.ts';
import { FieldView, inputsIn, noRoom, type RoomOnPage } from './page-fields.tsx';
import { column, plain, runLook, small, strong, textLook } from './page-look.ts';

const line = `1px solid ${tokens.colorNeutralStroke1}`;
const below: CSSProperties = { ...column, marginTop: '-12px', paddingTop: '12px', borderTop: line };

const box = (backgroundColor: string, border: string): CSSProperties => ({
  ...column,
  padding: '16px',
  backgroundColor,
  border: `1px solid ${border}`,
});
const boxes: Readonly<Record<Callout['style'], CSSProperties>> = {
  emphasis: box(tokens.colorNeutralBackground3, tokens.colorNeutralStroke1),
  good: box(tokens.colorStatusSuccessBackground1, tokens.colorStatusSuccessBorder1),
  warning: box(tokens.colorStatusWarningBackground1, tokens.colorStatusWarningBorder1),
  attention: box(tokens.colorStatusDangerBackground1, tokens.colorStatusDangerBorder1),
  accent: box(tokens.colorBrandBackground2, tokens.colorBrandStroke2),
};

const Lines = ({ lines, look = plain }: { readonly lines: readonly string[]; readonly look?: CSSProperties }) =>
  lines.map((text, place) => (
    <div key={place} style={look}>
      {text}
    </div>
  ));

const Paragraphs = ({ lines }: { readonly lines: readonly (readonly Run[])[] }) =>
  lines.map((runs, place) => (
    <div key={place}>
      {runs.map((run, at) => (
        <span key={at} style={runLook(14, run.strong)}>
          {run.text}
        </span>
      ))}
    </div>
  ));
const asRuns = (lines: readonly string[]): readonly (readonly Run[])[] => lines.map((text) => [{ text }]);

interface Pressed {
  readonly onPress: (button: Button) => void;
}

interface PushProps {
  readonly title: string;
  readonly style?: Button['style'];
  readonly role?: 'link';
  readonly onClick: () => void;
}
const Push = ({ title, style, role, onClick }: PushProps) => (
  <button type="button" role={role} className={`ac-pushButton style-${style ?? 'default'}`} onClick={onClick}>
    {title}
  </button>
);

const Row = ({ children }: { readonly children: ReactNode }) => (
  <div className="ac-actionSet" style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
    {children}
  </div>
);

const Buttons = ({ actions, onPress }: Pressed & { readonly actions: readonly Action[] }) => (
  <Row>
    {actions.map((action, place) =>
      'url' in action ? (
        <Push key={place} title={action.title} role="link" onClick={() => openLink(action.url)} />
      ) : (
        <Push key={place} title={action.title} style={action.style} onClick={() => onPress(action)} />
      ),
    )}
  </Row>
);

const Links = ({ links = [], onPress }: Pressed & { readonly links?: readonly Action[] | undefined }) =>
  links.map((action, place) => <Buttons key={place} actions={[action]} onPress={onPress} />);

const CalloutView = ({ callout, onPress }: Pressed & { readonly callout: Callout }) => (
  <div className="ac-container" style={boxes[callout.style]}>
    <div style={strong}>{callout.heading}</div>
    <Lines lines={callout.text} />
    <Paragraphs lines={asRuns(callout.words ?? [])} />
    <Links links={callout.links} onPress={onPress} />
  </div>
);

const SectionView = ({ section, onPress }: Pressed & { readonly section: Section }) => (
  <div className="ac-container" style={column}>
    {section.heading !== undefined && (
      <div role="heading" aria-level={3} style={textLook(16, true)}>
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
      <Row>
        <Push title={title} onClick={() => setShown(place)} />
      </Row>
      {shown === place && (
        <div className="ac-container" style={boxes.emphasis}>
          <Paragraphs lines={asRuns(text)} />
        </div>
      )}
    </div>
  ));
}

const Answers = ({ answers, look }: { readonly answers: NonNullable<Page['answers']>; readonly look: CSSProperties }) =>
  answers.map(({ question, lines }, place) => (
    <div key={place} className="ac-container" style={look}>
      <div style={strong}>{question}</div>
      <Paragraphs lines={asRuns(lines)} />
    </div>
  ));

interface StepOnPage {
  readonly isBusy: boolean;
  readonly onInputs: (inputs: Readonly<Record<string, string>>) => void;
  readonly room: RoomOnPage;
  readonly besideCode: (code: string) => ReactNode;
  readonly beforeButtons?: ReactNode;
}

interface Props {
  readonly page: Page;
  readonly className: string;
  readonly onPress: (data: ButtonData) => void;
  readonly step?: StepOnPage;
}

/**
 * A page as HTML, without figures, trends and tables, which no page in a browser has. All of it is shown as text. Give
 * each page of a conversation its own key: what is typed stays until another takes its place.
 */
export function PageView({ page, className, onPress, step }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const { callouts = [], references = [], sections = [], reveals = [], answers = [], parts = [], links = [] } = page;
  const code = codeOnPage(page);
  const pairs = links.flatMap((_, at) => (at % 2 === 0 ? [links.slice(at, at + 2)] : []));
  const inputs = () => (place.current ? inputsIn(place.current) : {});
  const press = (button: Button): void => onPress({ ...dataOf(button), ...inputs() });
  const first = page.actions.find((action) => 'sends' in action && action.style === 'positive');

  const isStep = step !== undefined;
  useEffect(() => {
    if (!isStep) return;
    heading.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [isStep]);
  const onInputs = step?.onInputs;
  useEffect(() => {
    if (place.current) onInputs?.(inputsIn(place.current));
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
        style={{ boxSizing: 'border-box', padding: '16px', backgroundColor: tokens.colorNeutralBackground1 }}
      >
        <div style={column}>
          {page.progress !== undefined && <div style={small}>{page.progress}</div>}
          <div ref={heading} role="heading" aria-level={2} tabIndex={-1} style={textLook(20, true)}>
            {page.heading}
          </div>
          <Lines lines={page.warnings ?? []} look={strong} />
          {callouts.map((callout, at) => (
            <CalloutView key={at} callout={callout} onPress={press} />
          ))}
          {references.map(({ label, value }) => (
            <div key={value} className="ac-container" style={boxes.emphasis}>
              <div style={plain}>{label}</div>
              <div>
                <div style={{ ...textLook(20, true), fontFamily: tokens.fontFamilyMonospace }}>{value}</div>
                {value === code && step?.besideCode(code)}
              </div>
            </div>
          ))}
          {sections.map((section, at) => (
            <SectionView key={at} section={section} onPress={press} />
          ))}
          <Reveals reveals={reveals} />
          <Answers answers={answers} look={below} />
          {parts.map((part, at) => (
            <div key={at} className="ac-container" style={below}>
              <Answers answers={part.answers} look={column} />
              <Buttons actions={part.actions} onPress={press} />
            </div>
          ))}
          {(page.fields ?? []).map((field) => (
            <FieldView
              key={field.id}
              field={field}
              room={step?.room ?? noRoom}
              onEnter={() => first && 'sends' in first && press(first)}
            />
          ))}
          {pairs.map((pair, at) => (
            <Buttons key={at} actions={pair} onPress={press} />
          ))}
        </div>
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
