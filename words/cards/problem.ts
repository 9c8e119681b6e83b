import type { Words } from '../word.ts';

/** The sentences for when something about an answer or a button is not right. */
export const problemWords = {
  'problem.heading': { en: 'Please look at this first', cy: 'Edrychwch ar hyn yn gyntaf' },
  'problem.missing': { en: '“{label}” needs an answer.', cy: 'Mae angen ateb i “{label}”.' },
  'problem.either': {
    en: 'Please write at least one of the two: what the person told you, or what you saw or heard yourself.',
    cy: 'Ysgrifennwch o leiaf un o’r ddau: yr hyn a ddywedodd y person wrthych, neu’r hyn a welsoch neu a glywsoch eich hun.',
  },
  'problem.otherDoor': {
    en: 'What is kept under this code was begun on another page of Candour. It is still there. Please come back to it on that page.',
    cy: 'Dechreuwyd yr hyn sydd o dan y cod hwn ar dudalen arall o Candour. Mae yno o hyd. Dewch yn ôl ato ar y dudalen honno.',
  },
  'problem.long': {
    en: '“{label}” is {by, plural, one {# character} other {# characters}} too long. All of it is still here. Please shorten it, or take the end out and send it as a follow-up: come back with your code once this report is sent.',
    cy: 'Mae “{label}” {by, number} nod yn rhy hir. Mae’r cyfan yma o hyd. Byrhewch ef, os gwelwch yn dda, neu tynnwch y diwedd allan a’i anfon wedyn: dewch yn ôl gyda’ch cod ar ôl anfon yr adroddiad hwn.',
  },
  'problem.longFollowUp': {
    en: '“{label}” is {by, plural, one {# character} other {# characters}} too long. All of it is still here. Please shorten it, or take the end out, send the first part now, and then send the rest as another message.',
    cy: 'Mae “{label}” {by, number} nod yn rhy hir. Mae’r cyfan yma o hyd. Byrhewch ef, os gwelwch yn dda, neu tynnwch y diwedd allan, anfonwch y rhan gyntaf nawr, ac yna anfonwch y gweddill mewn neges arall.',
  },
  'problem.cut': {
    en: '“{label}” is longer than this card can hold. The last {by, plural, one {character is} other {# characters are}} no longer here. Please keep the whole text where you copied it from. You can shorten what is still here, and send the rest as a follow-up.',
    cy: 'Mae “{label}” yn hirach nag y gall y cerdyn hwn ei ddal. Nid yw’r {by, number} nod olaf yma mwyach. Cadwch y testun cyfan lle y gwnaethoch ei gopïo ohono. Gallwch fyrhau’r hyn sydd yma o hyd, ac anfon y gweddill wedyn.',
  },
  'problem.odd': {
    en: 'The answer to “{label}” is not one of those offered. Please choose again.',
    cy: 'Nid yw’r ateb i “{label}” yn un o’r rhai a gynigir. Dewiswch eto, os gwelwch yn dda.',
  },
  'problem.contradiction': {
    en: 'Two of the answers to “{label}” contradict each other. Please keep what is right, and take the other away.',
    cy: 'Mae dau o’r atebion i “{label}” yn gwrth-ddweud ei gilydd. Cadwch yr un sy’n gywir, a thynnwch y llall.',
  },
  'problem.oddCode': {
    en: 'This code is not complete. A code is eleven words, or 24 letters and digits in six groups of four. Please compare it with what you wrote down. Spaces, hyphens and capital letters do not matter.',
    cy: 'Nid yw hwn yn god cyflawn. Un gair ar ddeg yw cod, neu 24 o lythrennau a digidau mewn chwe grŵp o bedwar. Cymharwch ef â’r hyn a nodoch. Nid oes ots am fylchau, cysylltnodau na phriflythrennau.',
  },
  'problem.codeSlip': {
    en: 'This is as long as a code, but a letter or digit in it is wrong, or two have changed places. Please compare each with what you wrote down. The code was not looked up, so this says nothing about your report.',
    cy: 'Mae hwn yr un hyd â chod, ond mae llythyren neu ddigid yn anghywir, neu mae dau ohonynt wedi newid lle. Cymharwch bob un â’r hyn a nodoch. Ni chwiliwyd am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.codeWordCount': {
    en: 'A code has eleven words. Here {count, plural, one {there is one} other {there are {count}}}. Please compare them with what you wrote down. The code was not looked up, so this says nothing about your report.',
    cy: 'Mae un gair ar ddeg mewn cod. {count, number} sydd yma. Cymharwch nhw â’r hyn a nodoch. Ni chwiliwyd am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.codeUnknownWord': {
    en: 'Word {place} is not one that codes are made of, or could be more than one of them. Please compare it with what you wrote down, and type it in full. The code was not looked up, so this says nothing about your report.',
    cy: 'Nid yw gair {place} ymhlith geiriau’r codau, neu gallai fod yn fwy nag un ohonynt. Cymharwch ef â’r hyn a nodoch, a’i deipio’n llawn. Ni chwiliwyd am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.codeWordSlip': {
    en: 'These are eleven words that codes are made of, but one of them is not the word you were given, or two have changed places. Please compare each with what you wrote down. The code was not looked up, so this says nothing about your report.',
    cy: 'Mae’r un gair ar ddeg hyn ymhlith geiriau’r codau, ond mae un ohonynt yn wahanol i’r gair a gawsoch, neu mae dau wedi newid lle. Cymharwch bob un â’r hyn a nodoch. Ni chwiliwyd am y cod, felly nid yw hyn yn dweud dim am eich adroddiad.',
  },
  'problem.oddMove': {
    en: 'That button does not belong to this card. Please carry on from here. What you typed is still here.',
    cy: 'Nid yw’r botwm hwnnw’n perthyn i’r cerdyn hwn. Ewch ymlaen o’r fan hon. Mae’r hyn rydych wedi’i deipio yma o hyd.',
  },
  'problem.notSaved': {
    en: 'We could not confirm that this was saved. What you wrote is still here. Please try again: it cannot be saved twice.',
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
    en: 'Your report was already sent, so no draft was kept. Everything is still here. Send it again to add what you changed, or come back with your code to add more.',
    cy: 'Mae eich adroddiad eisoes wedi’i anfon, felly ni chadwyd drafft. Mae popeth yma o hyd. Anfonwch ef eto i ychwanegu’r hyn a newidioch, neu dewch yn ôl gyda’ch cod i ychwanegu rhagor.',
  },
  'problem.newer': {
    en: 'Candour is being updated, and the part of it that answered may not write here yet. Nothing was saved this time, and what you wrote is still here. Please try again in a few minutes, or use one of the other ways if it cannot wait.',
    cy: 'Mae Candour yn cael ei ddiweddaru, ac ni chaiff y rhan ohono a atebodd ysgrifennu yma eto. Ni chadwyd dim y tro hwn, ac mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Rhowch gynnig arall arni ymhen ychydig funudau, neu defnyddiwch un o’r ffyrdd eraill os na all aros.',
  },
  'problem.full': {
    en: 'Your answers together are too long for one report. Please shorten one of them, or leave part of it for a follow-up. What you wrote is still here.',
    cy: 'Mae eich atebion gyda’i gilydd yn rhy hir i un adroddiad. Byrhewch un ohonynt, os gwelwch yn dda, neu gadewch ran i’w hanfon wedyn. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd.',
  },
  'problem.longDraft': {
    en: 'What is kept under this code is too long to go on with here. It is still kept, and whole. Please open Candour’s page in Teams and come back to it there, with the same code.',
    cy: 'Mae’r hyn sydd o dan y cod hwn yn rhy hir i fynd ymlaen ag ef yma. Mae’n dal wedi’i gadw, yn gyfan. Agorwch dudalen Candour yn Teams a dewch yn ôl ato yno, gyda’r un cod.',
  },
  'problem.notFound': {
    en: 'Nothing is saved under this code. A report that was not sent is not saved, and a draft is deleted after its last day. If you meant to send a report, please report it again.',
    cy: 'Nid oes dim wedi’i gadw o dan y cod hwn. Nid yw adroddiad na chafodd ei anfon yn cael ei gadw, ac mae drafft yn cael ei ddileu ar ôl ei ddiwrnod olaf. Os oeddech yn bwriadu anfon adroddiad, rhowch wybod eto.',
  },
  'problem.tooOften': {
    en: 'That was more than Candour accepts from one person in a short time, so nothing was done this time. What you wrote is still here. Please wait a few seconds and try again.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr, felly ni wnaed dim y tro hwn. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Arhoswch ychydig eiliadau a rhowch gynnig arall arni.',
  },
  'problem.noCustodian': {
    en: 'Candour takes no confidential report at the moment: the post of those who open a confidential name is not filled. You can report in one of the other ways, or tell somebody outside Candour. What you wrote is still here.',
    cy: 'Nid yw Candour yn derbyn adroddiadau cyfrinachol ar hyn o bryd: nid yw swydd y rhai sy’n agor enw cyfrinachol wedi’i llenwi. Gallwch roi gwybod yn un o’r ffyrdd eraill, neu ddweud wrth rywun y tu allan i Candour. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd.',
  },
  'problem.noReserve': {
    en: 'Candour does not take this at the moment. It is or may be about the Anti-Corruption Unit, the Professional Standards Department, the Chief Constable or another senior officer, and the posts of those outside the unit who handle that are not filled. Please tell one of the services outside Candour. What you wrote is still here.',
    cy: 'Nid yw Candour yn derbyn hyn ar hyn o bryd. Mae’n ymwneud, neu gall ymwneud, â’r Uned Wrthlygredd, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall, ac nid yw swyddi’r rhai y tu allan i’r uned sy’n delio â hynny wedi’u llenwi. Dywedwch wrth un o’r gwasanaethau y tu allan i Candour, os gwelwch yn dda. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd.',
  },
  'problem.callFirst': {
    en: 'If somebody is in danger now, call {emergency}. You can also tell Crimestoppers’ service for reporting people who work for the police: {crimestoppers}.',
    cy: 'Os oes rhywun mewn perygl nawr, ffoniwch {emergency}. Gallwch hefyd ddweud wrth wasanaeth Crimestoppers (Taclo’r Taclau) ar gyfer rhoi gwybod am bobl sy’n gweithio i’r heddlu: {crimestoppers}.',
  },
  'problem.overBudget': {
    en: 'This was not saved: it is more than Candour takes from one person in a short time. What you wrote is still here. Please try again in an hour. If it still cannot be saved then, please try tomorrow.',
    cy: 'Ni chadwyd hyn: mae’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Rhowch gynnig arall arni ymhen awr. Os na fydd modd ei gadw bryd hynny chwaith, rhowch gynnig arall arni yfory.',
  },
  'problem.typed': {
    en: '“{label}”: you have typed something here. Send it, or empty the field first if you have nothing to add.',
    cy: '“{label}”: rydych wedi teipio rhywbeth yma. Anfonwch ef, neu gwagiwch y maes yn gyntaf os nad oes gennych ddim i’w ychwanegu.',
  },
  'problem.reportFullToday': {
    en: 'No more can be added to this report today, so this was not saved. What you wrote is still here. You can add it tomorrow. If it cannot wait, please report it as a new report and give this reference in it. If somebody is in danger now, call 999.',
    cy: 'Ni ellir ychwanegu rhagor at yr adroddiad hwn heddiw, felly ni chafodd hyn ei gadw. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Gallwch ei ychwanegu yfory. Os na all aros, rhowch wybod amdano fel adroddiad newydd gan nodi’r cyfeirnod hwn ynddo. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
  },
  'problem.reportFull': {
    en: 'This report is full, so this was not saved. What you wrote is still here. Please report it as a new report and give this reference in it. If somebody is in danger now, call 999.',
    cy: 'Mae’r adroddiad hwn yn llawn, felly ni chafodd hyn ei gadw. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Rhowch wybod amdano fel adroddiad newydd gan nodi’r cyfeirnod hwn ynddo. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
  },
} as const satisfies Words<'problem'>;
