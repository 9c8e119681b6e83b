import { say } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import { moves } from '../action.ts';
import type { Page } from '../page.ts';
import { marksField } from './marks-field.ts';
import { wordsField } from './words-field.ts';
import type { ComeBackContent, ComeBackView } from './come-back-view.ts';

/** Whether they mean to leave words that are not sent. They stand in their field still, and can be changed in it. */
export function leaveContent(view: ComeBackView): ComeBackContent {
  const { state } = view;
  const { language } = state;
  return {
    heading: say(language, 'comeBack.unsentHeading'),
    sections: [{ text: [say(language, 'comeBack.unsent')] }],
    fields: [wordsField(view), ...(state.at === 'case' ? [marksField(view)] : [])],
  };
}

/** Send as the card before did, go on writing there, or leave. */
export function leaveWays({ state, token }: ComeBackView): Page['actions'] {
  const { language } = state;
  const move = moves(language, token);
  return [
    state.at === 'case'
      ? move(say(language, 'comeBack.add'), 'add', 'positive')
      : move(say(language, 'comeBack.report'), 'report', 'positive'),
    move(say(language, 'comeBack.write'), 'write'),
    move(say(language, 'comeBack.leave'), 'leave', 'destructive'),
  ];
}

/** Whether they mean to delete a draft. */
export const discardContent = ({ state: { language, found } }: ComeBackView): ComeBackContent => ({
  heading: say(language, 'comeBack.askDiscardHeading'),
  sections: [{ text: [say(language, 'comeBack.askDiscard', { day: showDay(language, found?.until ?? '') })] }],
});

/** The button that keeps it stands where the one that asked stood, for whoever presses twice. */
export function discardWays({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = moves(language, token);
  return [
    move(say(language, 'comeBack.delete'), 'delete', 'destructive'),
    move(say(language, 'comeBack.keep'), 'keep'),
  ];
}

/** Whether they mean to record that the person no longer agrees: what it does, what it does not undo, and room for why. */
export const withdrawContent = (view: ComeBackView): ComeBackContent => {
  const { language } = view.state;
  return {
    heading: say(language, 'hub.withdrawHeading'),
    sections: [{ text: [say(language, 'hub.withdrawDoes'), say(language, 'hub.withdrawNot')] }],
    fields: [wordsField(view, { label: say(language, 'hub.withdrawWhy') })],
  };
};

/** As with a draft: what records nothing stands where the button stood that asked. */
export function withdrawWays({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = moves(language, token);
  return [
    move(say(language, 'hub.withdrawRecord'), 'record', 'positive'),
    move(say(language, 'hub.withdrawKeep'), 'keep'),
  ];
}
