import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { Composer } from './composer.tsx';
import { MessageThread } from './message-thread.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel } from '../parts/panel.tsx';
import { SetAsideForm } from './set-aside-form.tsx';
import { StopMessagesPanel } from './stop-messages-panel.tsx';

export function TalkPanel() {
  const { say } = useTab();
  const { view, opened } = useCaseContext();
  const { received, sent } = view.passed;

  return (
    <Panel
      level={2}
      heading={say(view.record.route === 'hub' ? 'talk.hubHeading' : 'talk.heading')}
      summary={say('talk.summary', { received, sent })}
      isOpenFirst={received > 0 || (opened?.report.doubtful ?? 0) > 0}
    >
      {opened === undefined ? <p>{say('talk.openFirst')}</p> : <MessageThread opened={opened} />}
      {view.messages === 'notAgreed' && (
        <Notice tone="calm">
          <p>{say('talk.notAgreed')}</p>
        </Notice>
      )}
      {view.messages === 'stopped' && (
        <Notice tone="careful">
          <p>{say('talk.stopped')}</p>
        </Notice>
      )}
      {opened !== undefined && opened.report.setAside > 0 && (
        <p>{say('talk.asideCount', { count: opened.report.setAside })}</p>
      )}
      {opened?.report.doubts.map((doubt) => (
        <SetAsideForm key={doubt.sequence} doubt={doubt} />
      ))}
      <Composer />
      <StopMessagesPanel />
    </Panel>
  );
}
