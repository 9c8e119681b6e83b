import type { Words } from '../word.ts';

/** The sentences for when something about an answer or a button is not right. */
export const problemWords = {
  'problem.heading': { en: 'Check this first', cy: 'Gwiriwch hyn yn gyntaf' },
  'problem.missing': { en: '“{label}” needs an answer.', cy: 'Mae angen ateb i “{label}”.' },
  'problem.either': {
    en: 'Write at least one of the two: what the person told you, or what you saw or heard yourself.',
    cy: 'Ysgrifennwch o leiaf un o’r ddau: yr hyn a ddywedodd y person wrthych, neu’r hyn a welsoch neu a glywsoch eich hun.',
  },
  'problem.otherDoor': {
    en: 'You started this on a different Candour page. It is still saved there: go back to that page and use the same code.',
    cy: 'Dechreuoch hyn ar dudalen arall yn Candour. Mae wedi’i gadw yno o hyd: ewch yn ôl i’r dudalen honno a defnyddiwch yr un cod.',
  },
  'problem.long': {
    en: '“{label}” is {by, plural, one {# character} other {# characters}} too long. All of it is still here. Shorten it, or take out the end and send that as a follow-up: come back with your code once this report is sent.',
    cy: 'Mae “{label}” {by, number} nod yn rhy hir. Mae’r cyfan yma o hyd. Byrhewch ef, neu tynnwch y diwedd allan a’i anfon wedyn: dewch yn ôl gyda’ch cod ar ôl anfon yr adroddiad hwn.',
  },
  'problem.longFollowUp': {
    en: '“{label}” is {by, plural, one {# character} other {# characters}} too long. All of it is still here. Shorten it, or take out the end, send the first part now, and then send the rest as another message.',
    cy: 'Mae “{label}” {by, number} nod yn rhy hir. Mae’r cyfan yma o hyd. Byrhewch ef, neu tynnwch y diwedd allan, anfonwch y rhan gyntaf nawr, ac yna anfonwch y gweddill mewn neges arall.',
  },
  'problem.cut': {
    en: '“{label}” is too long for this card, and the last {by, plural, one {character has} other {# characters have}} been cut off. If you copied it from somewhere, keep your full text there. You can shorten what is here and send the rest as a follow-up.',
    cy: 'Mae “{label}” yn rhy hir i’r cerdyn hwn, ac nid yw’r {by, number} nod olaf yma mwyach. Os gwnaethoch gopïo’r testun o rywle, cadwch y cyfan yno. Gallwch fyrhau’r hyn sydd yma ac anfon y gweddill wedyn.',
  },
  'problem.odd': {
    en: 'The answer to “{label}” is not one of those offered. Choose again.',
    cy: 'Nid yw’r ateb i “{label}” yn un o’r rhai a gynigir. Dewiswch eto.',
  },
  'problem.contradiction': {
    en: 'Some of the answers to “{label}” contradict each other. Keep the right ones and remove the others.',
    cy: 'Mae rhai o’r atebion i “{label}” yn gwrth-ddweud ei gilydd. Cadwch y rhai cywir, a thynnwch y lleill.',
  },
  'problem.oddCode': {
    en: 'This code is not complete. A code is eleven words, or 24 letters and digits in six groups of four. Check it against what you wrote down. Spaces, hyphens and capital letters do not matter.',
    cy: 'Nid yw hwn yn god cyflawn. Un gair ar ddeg yw cod, neu 24 o lythrennau a digidau mewn chwe grŵp o bedwar. Cymharwch ef â’r hyn a nodoch. Nid oes ots am fylchau, cysylltnodau na phriflythrennau.',
  },
  'problem.codeSlip': {
    en: 'There is a mistake in this code: a letter or digit is wrong, or two have been swapped. Check each one against what you wrote down. We have not looked the code up, so this tells you nothing about your report.',
    cy: 'Mae camgymeriad yn y cod hwn: mae llythyren neu ddigid yn anghywir, neu mae dau wedi’u cyfnewid. Cymharwch bob un â’r hyn a nodoch. Nid ydym wedi chwilio am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.codeWordCount': {
    en: 'A code has eleven words. {count, plural, one {There is one here} other {There are {count} here}}. Check them against what you wrote down. We have not looked the code up, so this tells you nothing about your report.',
    cy: 'Mae un gair ar ddeg mewn cod. {count, number} sydd yma. Cymharwch nhw â’r hyn a nodoch. Nid ydym wedi chwilio am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.codeUnknownWord': {
    en: 'Word {place} is not a word used in return codes, or it is close to more than one of those words. Check it against what you wrote down, and type it in full. We have not looked the code up, so this tells you nothing about your report.',
    cy: 'Nid yw gair {place} yn un o eiriau’r codau dychwelyd, neu mae’n debyg i fwy nag un o’r geiriau hynny. Cymharwch ef â’r hyn a nodoch, a’i deipio’n llawn. Nid ydym wedi chwilio am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.codeWordSlip': {
    en: 'Codes use all of these words, but one of them is not the word you were given, or two have been swapped. Check each one against what you wrote down. We have not looked the code up, so this tells you nothing about your report.',
    cy: 'Mae’r geiriau hyn i gyd ymhlith geiriau’r codau, ond mae un ohonynt yn wahanol i’r gair a gawsoch, neu mae dau wedi’u cyfnewid. Cymharwch bob un â’r hyn a nodoch. Nid ydym wedi chwilio am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.oddMove': {
    en: 'That button does not work on this card. Continue from here. What you typed is still here.',
    cy: 'Nid yw’r botwm hwnnw’n gweithio ar y cerdyn hwn. Ewch ymlaen o’r fan hon. Mae’r hyn a deipioch yma o hyd.',
  },
  'problem.notSaved': {
    en: 'We could not confirm that this was saved. What you wrote is still here. Try again: it cannot be saved twice.',
    cy: 'Nid oedd modd i ni gadarnhau bod hyn wedi’i gadw. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Rhowch gynnig arall arni: ni ellir ei gadw ddwywaith.',
  },
  'problem.nothingSaved': {
    en: 'Not sent. Everything is still here. Try again.',
    cy: 'Heb ei anfon. Mae popeth yma o hyd. Rhowch gynnig arall arni.',
  },
  'problem.draftNotSaved': {
    en: 'Not saved. Everything is still here. Try again.',
    cy: 'Heb ei gadw. Mae popeth yma o hyd. Rhowch gynnig arall arni.',
  },
  'problem.alreadySent': {
    en: 'Your report has already been sent, so no draft was kept. What you wrote is still here. Send the report again to add what you changed, or come back with your code to add more.',
    cy: 'Mae eich adroddiad eisoes wedi’i anfon, felly ni chadwyd drafft. Mae’r hyn a ysgrifennoch yma o hyd. Anfonwch yr adroddiad eto i ychwanegu’r hyn a newidioch, neu dewch yn ôl gyda’ch cod i ychwanegu rhagor.',
  },
  'problem.newer': {
    en: 'Candour is being updated and cannot save at the moment. What you wrote is still here. Try again in a few minutes, or use another way to report if it cannot wait.',
    cy: 'Mae Candour yn cael ei ddiweddaru ac ni all gadw dim ar hyn o bryd. Mae’r hyn a ysgrifennoch yma o hyd. Rhowch gynnig arall arni ymhen ychydig funudau, neu defnyddiwch ffordd arall o roi gwybod os na all aros.',
  },
  'problem.full': {
    en: 'Your answers together are too long for one report. Shorten one of them, or leave part of it for a follow-up. What you wrote is still here.',
    cy: 'Mae eich atebion gyda’i gilydd yn rhy hir i un adroddiad. Byrhewch un ohonynt, neu gadewch ran i’w hanfon wedyn. Mae’r hyn a ysgrifennoch yma o hyd.',
  },
  'problem.longDraft': {
    en: 'This draft is too long to open here. It is still saved, in full. Open the “Report a concern” tab in Candour and use the same code there.',
    cy: 'Mae’r drafft hwn yn rhy hir i’w agor yma. Mae wedi’i gadw o hyd, yn gyfan. Agorwch y tab “Rhoi gwybod am bryder” yn Candour a defnyddiwch yr un cod yno.',
  },
  'problem.notFound': {
    en: 'Nothing is saved under this code. A report that was not sent is not saved, and a draft is deleted after its last day. If you meant to send a report, make a new one.',
    cy: 'Nid oes dim wedi’i gadw o dan y cod hwn. Nid yw adroddiad na chafodd ei anfon yn cael ei gadw, ac mae drafft yn cael ei ddileu ar ôl ei ddiwrnod olaf. Os oeddech yn bwriadu anfon adroddiad, rhowch wybod eto.',
  },
  'problem.tooOften': {
    en: 'You are going faster than Candour can accept, so nothing was done this time. What you wrote is still here. Wait a few seconds and try again.',
    cy: 'Rydych yn mynd yn gyflymach nag y gall Candour ei dderbyn, felly ni wnaed dim y tro hwn. Mae’r hyn a ysgrifennoch yma o hyd. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.',
  },
  'problem.noCustodian': {
    en: 'Candour cannot accept confidential reports at the moment, because nobody is in post to open confidential names. You can report in one of the other ways, or tell someone outside Candour. What you wrote is still here.',
    cy: 'Ni all Candour dderbyn adroddiadau cyfrinachol ar hyn o bryd, am nad oes neb mewn swydd i agor enwau cyfrinachol. Gallwch roi gwybod yn un o’r ffyrdd eraill, neu ddweud wrth rywun y tu allan i Candour. Mae’r hyn a ysgrifennoch yma o hyd.',
  },
  'problem.noReserve': {
    en: 'Candour cannot accept this at the moment. It is, or could be, about the Anti-Corruption Unit, the Professional Standards Department, the Chief Constable or another senior officer, and there are not enough people in post outside the unit to handle it. Tell one of the services outside Candour. What you wrote is still here.',
    cy: 'Ni all Candour dderbyn hyn ar hyn o bryd. Mae’n ymwneud, neu gallai ymwneud, â’r Uned Wrthlygredd, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall, ac nid oes digon o bobl mewn swydd y tu allan i’r uned i ddelio â hynny. Dywedwch wrth un o’r gwasanaethau y tu allan i Candour. Mae’r hyn a ysgrifennoch yma o hyd.',
  },
  'problem.callFirst': {
    en: 'If someone is in danger now, call {emergency}. You can also tell Crimestoppers’ service for reporting people who work for the police: {crimestoppers}.',
    cy: 'Os oes rhywun mewn perygl nawr, ffoniwch {emergency}. Gallwch hefyd ddweud wrth wasanaeth Crimestoppers (Taclo’r Taclau) ar gyfer rhoi gwybod am bobl sy’n gweithio i’r heddlu: {crimestoppers}.',
  },
  'problem.overBudget': {
    en: 'This was not saved: it is more than Candour accepts from one person in a short time. What you wrote is still here. Try again in an hour. If it still cannot be saved then, try tomorrow.',
    cy: 'Ni chadwyd hyn: mae’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Rhowch gynnig arall arni ymhen awr. Os na fydd modd ei gadw bryd hynny chwaith, rhowch gynnig arall arni yfory.',
  },
  'problem.typed': {
    en: '“{label}”: you have typed something here. Send it, or clear the field first if you have nothing to add.',
    cy: '“{label}”: rydych wedi teipio rhywbeth yma. Anfonwch ef, neu gwagiwch y maes yn gyntaf os nad oes gennych ddim i’w ychwanegu.',
  },
  'problem.reportFullToday': {
    en: 'No more can be added to this report today, so this was not saved. What you wrote is still here. You can add it tomorrow. If it cannot wait, make a new report and give this reference number in it. If someone is in danger now, call 999.',
    cy: 'Ni ellir ychwanegu rhagor at yr adroddiad hwn heddiw, felly ni chadwyd hyn. Mae’r hyn a ysgrifennoch yma o hyd. Gallwch ei ychwanegu yfory. Os na all aros, gwnewch adroddiad newydd a nodwch y rhif cyfeirnod hwn ynddo. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
  },
  'problem.reportFull': {
    en: 'This report is full, so this was not saved. What you wrote is still here. Make a new report and give this reference number in it. If someone is in danger now, call 999.',
    cy: 'Mae’r adroddiad hwn yn llawn, felly ni chadwyd hyn. Mae’r hyn a ysgrifennoch yma o hyd. Gwnewch adroddiad newydd a nodwch y rhif cyfeirnod hwn ynddo. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
  },
} as const satisfies Words<'problem'>;
