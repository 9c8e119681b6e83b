import { z } from 'zod';
import type { ReplyName } from '../core/model/case-terms.ts';
import type { Word } from './word.ts';

/** Candour's own replies. They promise nothing, and ask nobody to find anything out; each force can put its own in their place. */
const defaultReplyTemplates = {
  received: {
    en: 'Thank you for telling us. We have received and read what you sent. You do not have to do anything more. You can come back with your code at any time, to add something or to see whether there is a message.',
    cy: 'Diolch i chi am ddweud wrthym. Rydym wedi cael yr hyn a anfonoch, ac wedi’i ddarllen. Nid oes rhaid i chi wneud dim mwy. Gallwch ddod yn ôl gyda’ch cod unrhyw bryd, i ychwanegu rhywbeth neu i weld a oes neges.',
  },
  whereOrWhen: {
    en: 'Thank you for what you have told us. One thing is not clear to us: where it happened, or when. If you already know, and it is safe for you to say, please write it here. If you do not know, or would rather not say, that is all right. Do not ask anyone, and do not try to find anything out.',
    cy: 'Diolch i chi am yr hyn rydych wedi’i ddweud wrthym. Mae un peth nad yw’n glir i ni: ble y digwyddodd, neu pryd. Os ydych eisoes yn gwybod, ac os yw’n ddiogel i chi ddweud, ysgrifennwch hynny yma. Os nad ydych yn gwybod, neu os byddai’n well gennych beidio â dweud, mae hynny’n iawn. Peidiwch â gofyn i neb, a pheidiwch â cheisio canfod dim.',
  },
  closedActed: {
    en: 'We looked into what you reported and have taken action. To keep people safe, we cannot say more here. Our work on your report is finished. You can still come back with your code if something else happens, or if you are treated worse because you reported.',
    cy: 'Rydym wedi ystyried yr hyn y rhoesoch wybod amdano, ac wedi cymryd camau. Er mwyn cadw pobl yn ddiogel, ni allwn ddweud mwy yma. Mae ein gwaith ar eich adroddiad ar ben. Gallwch ddod yn ôl gyda’ch cod o hyd os bydd rhywbeth arall yn digwydd, neu os cewch eich trin yn waeth am i chi roi gwybod.',
  },
  closedNothingFound: {
    en: 'We looked into what you reported. From what is known now, nothing more needs to be done. That does not mean that you were wrong to report it. Our work on your report is finished. You can still come back with your code if something else happens, or if you are treated worse because you reported.',
    cy: 'Rydym wedi ystyried yr hyn y rhoesoch wybod amdano. O’r hyn sy’n hysbys nawr, nid oes angen gwneud dim mwy. Nid yw hynny’n golygu eich bod wedi gwneud cam drwy roi gwybod. Mae ein gwaith ar eich adroddiad ar ben. Gallwch ddod yn ôl gyda’ch cod o hyd os bydd rhywbeth arall yn digwydd, neu os cewch eich trin yn waeth am i chi roi gwybod.',
  },
  closedKept: {
    en: 'There is not enough to act on for now. What you reported is kept, and can be put together with what others report. Our work on your report is finished for now. You can still come back with your code if something else happens, or if you are treated worse because you reported.',
    cy: 'Nid oes digon i weithredu arno am y tro. Mae’r hyn y rhoesoch wybod amdano yn cael ei gadw, a gellir ei ystyried ochr yn ochr â’r hyn y mae eraill yn rhoi gwybod amdano. Mae ein gwaith ar eich adroddiad ar ben am y tro. Gallwch ddod yn ôl gyda’ch cod o hyd os bydd rhywbeth arall yn digwydd, neu os cewch eich trin yn waeth am i chi roi gwybod.',
  },
  closedPassedOn: {
    en: 'What you reported was passed on to others who can deal with it. We cannot say here who they are. Our work on it is finished. You can still come back with your code if something else happens, or if you are treated worse because you reported.',
    cy: 'Mae’r hyn y rhoesoch wybod amdano wedi’i drosglwyddo i eraill a all ddelio ag ef. Ni allwn ddweud yma pwy ydynt. Mae ein gwaith arno ar ben. Gallwch ddod yn ôl gyda’ch cod o hyd os bydd rhywbeth arall yn digwydd, neu os cewch eich trin yn waeth am i chi roi gwybod.',
  },
} as const satisfies Record<ReplyName, Word>;

/** In UTF-16 units: it is read on a card on a phone. */
const maxReplyLength = 1_000;
/** Plain text in lines, without direction marks, hidden or undrawable characters. */
const text = z
  .string()
  .min(1)
  .max(maxReplyLength)
  .regex(/^[^\p{C}]+(?:\n+[^\p{C}]+)*$/u);
const reply = (own: Word) => z.object({ en: text, cy: text }).default(own);

/** A force's replies; Candour's own by default. */
export const replyTemplatesSchema = z.object({
  received: reply(defaultReplyTemplates.received),
  whereOrWhen: reply(defaultReplyTemplates.whereOrWhen),
  closedActed: reply(defaultReplyTemplates.closedActed),
  closedNothingFound: reply(defaultReplyTemplates.closedNothingFound),
  closedKept: reply(defaultReplyTemplates.closedKept),
  closedPassedOn: reply(defaultReplyTemplates.closedPassedOn),
}) satisfies z.ZodType<ReplyTemplates>;
export type ReplyTemplates = Readonly<Record<ReplyName, Word>>;
