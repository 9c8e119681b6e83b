import { say } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import { moves } from '../action.ts';
import type { Page } from '../page.ts';
import { marksField } from './marks-field.ts';
import { wordsField } from './words-field.ts';
import type { ComeBackContent, ComeBackView } from './come-back-view.ts';

export function leaveContent(view: ComeBackView): ComeBackContent {
  const { state } = view;
  const { language } = state;
  return {
    heading: say(language, 'comeBack.unsentHeading'),
    sections: [{ text: [say(language, 'comeBack.unsent')] }],
    fields: [wordsField(view), ...(state.at === 'case' ? [marksField(view)] : [])],
  };
}

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

export const discardContent = ({ state: { language, found } }: ComeBackView): ComeBackContent => ({
  heading: say(language, 'comeBack.askDiscardHeading'),
  sections: [{ text: [say(language, 'comeBack.askDiscard', { day: showDay(language, found?.until ?? '') })] }],
});

/** The button that keeps the draft takes the place of the one that asked, so that a double press deletes no draft. */
export function discardWays({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = moves(language, token);
  return [
    move(say(language, 'comeBack.delete'), 'delete', 'destructive'),
    move(say(language, 'comeBack.keep'), 'keep'),
  ];
}

export const withdrawContent = (view: ComeBackView): ComeBackContent => {
  const { language } = view.state;
  return {
    heading: say(language, 'hub.withdrawHeading'),
    sections: [{ text: [say(language, 'hub.withdrawDoes'), say(language, 'hub.withdrawNot')] }],
    fields: [wordsField(view, { label: say(language, 'hub.withdrawWhy') })],
  };
};

/** The button that records nothing takes the place of the one that asked, so that a double press records nothing. */
export function withdrawWays({ state: { language }, token }: ComeBackView): Page['actions'] {
  const move = moves(language, token);
  return [
    move(say(language, 'hub.withdrawRecord'), 'record', 'positive'),
    move(say(language, 'hub.withdrawKeep'), 'keep'),
  ];
}
