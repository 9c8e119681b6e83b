import type { Words } from '../word.ts';

/** Why something was not done, what is safe to assume, and what to do now. */
export const refusalWords = {
  'refusal.refused': {
    en: 'You do not have access to this, or there is no such case. Nothing was changed.',
    cy: 'Nid yw hyn ar gael i chi, neu nid oes achos o’r fath. Ni newidiwyd dim.',
  },
  'refusal.notSignedIn': {
    en: 'Candour could not confirm who you are. Nothing was changed. Please try again; if it goes on, close Candour in Teams and open it again.',
    cy: 'Ni allai Candour gadarnhau pwy ydych chi. Ni newidiwyd dim. Rhowch gynnig arall arni; os bydd hyn yn parhau, caewch Candour yn Teams a’i agor eto.',
  },
  'refusal.odd': {
    en: 'That could not be understood. Nothing was changed. Please check what you entered and try again.',
    cy: 'Nid oedd modd deall hynny. Ni newidiwyd dim. Gwiriwch yr hyn a nodoch a rhowch gynnig arall arni.',
  },
  'refusal.tooOften': {
    en: 'That was more than Candour takes from one person in a short time. Nothing was changed. Please wait a minute and go on.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Ni newidiwyd dim. Arhoswch funud ac ewch ymlaen.',
  },
  'refusal.overBudget': {
    en: 'If somebody is in danger, call {emergency}. This was not kept: it is more than Candour takes from one person in a short time. Please try again in an hour, or tomorrow.',
    cy: 'Os oes rhywun mewn perygl, ffoniwch {emergency}. Ni chadwyd hyn: mae’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Rhowch gynnig arall arni ymhen awr, neu yfory.',
  },
  'refusal.shortReserve': {
    en: 'Candour takes nothing that may concern the unit at the moment. Nothing was kept.',
    cy: 'Nid yw Candour yn derbyn dim a allai ymwneud â’r uned ar hyn o bryd. Ni chadwyd dim.',
  },
  'refusal.shortCustodian': {
    en: 'Candour takes no confidential report at the moment. Nothing was kept.',
    cy: 'Nid yw Candour yn derbyn adroddiadau cyfrinachol ar hyn o bryd. Ni chadwyd dim.',
  },
  'refusal.unavailable': {
    en: 'Candour cannot be reached, or cannot reach its records, just now. Nothing was changed. Please try again in a few minutes.',
    cy: 'Ni ellir cyrraedd Candour, neu ni all gyrraedd ei gofnodion, ar hyn o bryd. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'refusal.newer': {
    en: 'A newer version of Candour wrote this, and the version that answered may not change it. Nothing was changed. Please try again in a few minutes; if it goes on, tell those who run Candour.',
    cy: 'Fersiwn mwy newydd o Candour a ysgrifennodd hyn, ac ni chaiff y fersiwn a atebodd ei newid. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau; os bydd hyn yn parhau, dywedwch wrth y rhai sy’n rhedeg Candour.',
  },
  'refusal.unconfirmed': {
    en: 'Candour could not confirm whether this was saved. What you entered is still here. Please send it again: it is not done twice.',
    cy: 'Ni allai Candour gadarnhau a gafodd hyn ei gadw. Mae’r hyn a nodoch yma o hyd. Anfonwch ef eto: ni chaiff ei wneud ddwywaith.',
  },
  'refusal.failed': {
    en: 'Something went wrong on our side. Please assume that this was not saved, and try again: it is not done twice.',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Cymerwch yn ganiataol na chafodd hyn ei gadw, a rhowch gynnig arall arni: ni chaiff ei wneud ddwywaith.',
  },
  'refusal.moved': {
    en: 'Somebody changed this case after you opened it. The page now shows how it is. What you entered is still here and was not saved: please look at both and send again.',
    cy: 'Newidiodd rhywun yr achos hwn ar ôl i chi ei agor. Mae’r dudalen yn dangos y sefyllfa fel y mae nawr. Mae’r hyn a nodoch yma o hyd ac ni chafodd ei gadw: edrychwch ar y ddau ac anfonwch eto.',
  },
  'refusal.state': {
    en: 'The status of the case does not allow this. Nothing was changed.',
    cy: 'Nid yw statws yr achos yn caniatáu hyn. Ni newidiwyd dim.',
  },
  'refusal.gated': {
    en: 'This cannot be done yet. Nothing was changed, and what you entered is still here.',
    cy: 'Ni ellir gwneud hyn eto. Ni newidiwyd dim, ac mae’r hyn a nodoch yma o hyd.',
  },
  'refusal.ownWork': {
    en: 'This needs a second person: a colleague must confirm what you began yourself. Nothing was changed.',
    cy: 'Mae angen ail berson ar gyfer hyn: rhaid i gydweithiwr gadarnhau’r hyn a ddechreuoch chi eich hun. Ni newidiwyd dim.',
  },
  'refusal.asked': {
    en: 'Nobody has asked for this. Nothing was changed.',
    cy: 'Nid oes neb wedi gofyn am hyn. Ni newidiwyd dim.',
  },
  'refusal.onHold': {
    en: 'The case is on hold. Nothing was changed.',
    cy: 'Mae’r achos ar gadw. Ni newidiwyd dim.',
  },
  'refusal.signed': {
    en: 'The sanitised text has not been signed off by a second person. Nothing left Candour.',
    cy: 'Nid oes ail berson wedi cymeradwyo’r testun wedi’i lanhau. Nid oes dim wedi gadael Candour.',
  },
  'refusal.read': {
    en: 'The text was written after you last opened the report. Open it again and read the text. Nothing was signed off.',
    cy: 'Ysgrifennwyd y testun ar ôl i chi agor yr adroddiad ddiwethaf. Agorwch ef eto a darllenwch y testun. Ni chymeradwywyd dim.',
  },
  'refusal.assignee': {
    en: 'Only the person the case is with can do this. Nothing was changed.',
    cy: 'Dim ond y person sydd â’r achos a all wneud hyn. Ni newidiwyd dim.',
  },
  'refusal.agreed': {
    en: 'Messages to people who reported are off until the force has agreed to them. Nothing was sent.',
    cy: 'Mae negeseuon at bobl a roddodd wybod wedi’u diffodd nes i’r heddlu gytuno iddynt. Nid anfonwyd dim.',
  },
  'refusal.stopped': {
    en: 'Messages on this case are stopped. Nothing was sent.',
    cy: 'Mae negeseuon ar yr achos hwn wedi’u hatal. Nid anfonwyd dim.',
  },
  'refusal.number': {
    en: 'Another message was sent in the meantime. Yours is still here and was not sent: please read the other one first.',
    cy: 'Anfonwyd neges arall yn y cyfamser. Mae eich un chi yma o hyd ac nid yw wedi’i hanfon: darllenwch y llall yn gyntaf.',
  },
  'refusal.person': {
    en: 'Candour does not recognise this person as somebody who may handle the case. Nothing was changed.',
    cy: 'Nid yw Candour yn adnabod y person hwn fel rhywun a gaiff ddelio â’r achos. Ni newidiwyd dim.',
  },
  'refusal.text': {
    en: 'This is not the current text. Nothing was changed: please read the current one.',
    cy: 'Nid hwn yw’r testun cyfredol. Ni newidiwyd dim: darllenwch yr un cyfredol.',
  },
  'refusal.task': {
    en: 'This task is no longer open: somebody has marked it as done. Nothing was changed.',
    cy: 'Nid yw’r dasg hon ar agor mwyach: nododd rhywun ei bod wedi’i gwneud. Ni newidiwyd dim.',
  },
  'refusal.tasks': {
    en: 'This case has as many open tasks as it can hold. Nothing was saved, and what you wrote is still here. Mark one as done first.',
    cy: 'Mae gan yr achos hwn gymaint o dasgau agored ag y gall eu dal. Ni chadwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Nodwch fod un wedi’i gwneud yn gyntaf.',
  },
  'refusal.identity': {
    en: 'No sealed identity is kept with this case.',
    cy: 'Nid oes hunaniaeth wedi’i selio yn cael ei chadw gyda’r achos hwn.',
  },
  'refusal.alreadyAsked': {
    en: 'Somebody has asked for this identity already, and there is no answer yet. Nothing was changed.',
    cy: 'Mae rhywun eisoes wedi gofyn am yr hunaniaeth hon, ac nid oes ateb eto. Ni newidiwyd dim.',
  },
  'refusal.notAsker': {
    en: 'Only the person who asked can take the request back. Nothing was changed.',
    cy: 'Dim ond y sawl a ofynnodd a all dynnu’r cais yn ôl. Ni newidiwyd dim.',
  },
  'refusal.otherRequest': {
    en: 'The request that you read was taken back or answered in the meantime. Nothing was changed: please look again.',
    cy: 'Cafodd y cais a ddarllenoch ei dynnu’n ôl neu ei ateb yn y cyfamser. Ni newidiwyd dim: edrychwch eto.',
  },
  'refusal.needsRequest': {
    en: 'Here an identity is opened and shared only for a request that waits. Nothing was changed.',
    cy: 'Yma dim ond ar gyfer cais sy’n aros y caiff hunaniaeth ei hagor a’i rhannu. Ni newidiwyd dim.',
  },
  'refusal.needsCustodian': {
    en: 'This needs another custodian, who has not agreed yet or agreed too long ago. Nothing was opened.',
    cy: 'Mae angen ceidwad arall ar gyfer hyn, nad yw wedi cytuno eto neu a gytunodd yn rhy bell yn ôl. Nid agorwyd dim.',
  },
  'refusal.erased': {
    en: 'The case was erased. Nothing more can be done with it.',
    cy: 'Dilëwyd yr achos. Ni ellir gwneud dim ag ef mwyach.',
  },
  'refusal.key': {
    en: 'A key that this needs is not set up. Please ask the operators. Nothing was changed.',
    cy: 'Nid yw allwedd y mae ei hangen ar gyfer hyn wedi’i gosod. Gofynnwch i’r gweithredwyr. Ni newidiwyd dim.',
  },
  'refusal.lastOne': {
    en: 'Nobody else is known who could handle this case, so it would be left with nobody. Nothing was changed, and what you wrote is still here. Please have somebody added to the reserve first: Candour’s admins know how. Then declare the conflict again, and do not open the report until then.',
    cy: 'Nid oes neb arall hysbys a allai ddelio â’r achos hwn, felly byddai heb neb. Ni newidiwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Gofynnwch i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf: mae gweinyddwyr Candour yn gwybod sut. Yna datganwch y gwrthdaro eto, a pheidiwch ag agor yr adroddiad tan hynny.',
  },
  'refusal.noReserve': {
    en: 'Nobody of the reserve would be left who could be told of this. Nothing was changed. Please have somebody added to the reserve first: Candour’s admins know how.',
    cy: 'Ni fyddai neb o’r swyddogion wrth gefn ar ôl y gellid dweud wrthynt am hyn. Ni newidiwyd dim. Gofynnwch i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf: mae gweinyddwyr Candour yn gwybod sut.',
  },
  'refusal.needsSecond': {
    en: 'A colleague was shut out of this case, and nobody else is left who sees it. This needs a second person. Nothing was changed. Please have somebody added to the reserve first: Candour’s admins know how.',
    cy: 'Caewyd cydweithiwr allan o’r achos hwn, ac nid oes neb arall ar ôl sy’n ei weld. Mae angen ail berson ar gyfer hyn. Ni newidiwyd dim. Gofynnwch i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf: mae gweinyddwyr Candour yn gwybod sut.',
  },
  'refusal.needsTwo': {
    en: 'One person does not make this case less urgent alone. Somebody else must have asked for it, since anything new was written or decided. Nothing was changed.',
    cy: 'Nid yw un person yn gwneud yr achos hwn yn llai brys ar ei ben ei hun. Rhaid i rywun arall fod wedi gofyn am hynny, ers i unrhyw beth newydd gael ei ysgrifennu neu ei benderfynu. Ni newidiwyd dim.',
  },
  'refusal.noReason': {
    en: 'This needs a reason that the reserve can read. Nothing was changed.',
    cy: 'Mae angen rheswm y gall y swyddogion wrth gefn ei ddarllen. Ni newidiwyd dim.',
  },
  'refusal.noReasonToTake': {
    en: 'This case is with a colleague. Say why it should go to somebody else, so that your colleague can read it. Nothing was changed.',
    cy: 'Mae’r achos hwn gyda chydweithiwr. Dywedwch pam y dylai fynd at rywun arall, fel y gall eich cydweithiwr ei ddarllen. Ni newidiwyd dim.',
  },
  'refusal.reviewTooFar': {
    en: 'This day is later than your force has a case reviewed. Nothing was changed: choose an earlier day.',
    cy: 'Mae’r diwrnod hwn yn hwyrach nag y mae eich heddlu’n adolygu achos. Ni newidiwyd dim: dewiswch ddiwrnod cynharach.',
  },
  'refusal.ownConflict': {
    en: 'This person declared the conflict themselves, and stays out. Nothing was changed.',
    cy: 'Y person hwn ei hun a ddatganodd y gwrthdaro buddiannau, ac mae’n aros allan. Ni newidiwyd dim.',
  },
  'refusal.olderKey': {
    en: 'The key that is open here is an earlier one. Nothing was saved, and what you entered is still here. Open the key that is used now, and save again.',
    cy: 'Mae’r allwedd sydd ar agor yma yn un gynharach. Ni chadwyd dim, ac mae’r hyn a nodoch yma o hyd. Agorwch yr allwedd a ddefnyddir nawr, a chadwch eto.',
  },
  'refusal.olderCard': {
    en: 'The card was changed in the meantime. Nothing was saved, and what you entered is still here. Open the report again, compare, and save again.',
    cy: 'Newidiwyd y cerdyn yn y cyfamser. Ni chadwyd dim, ac mae’r hyn a nodoch yma o hyd. Agorwch yr adroddiad eto, cymharwch, a chadwch eto.',
  },
  'refusal.notOpened': {
    en: 'Open both reports first. Nothing was changed.',
    cy: 'Agorwch y ddau adroddiad yn gyntaf. Ni newidiwyd dim.',
  },
  'refusal.reportNotOpened': {
    en: 'Open the report first. Nothing was recorded, and what you wrote is still here.',
    cy: 'Agorwch yr adroddiad yn gyntaf. Ni chofnodwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd.',
  },
  'refusal.keyNotShown': {
    en: 'The key that is open here is not the one that reports are sealed to now. Nothing was opened. Open the key that is used now; if it is open, load the page again.',
    cy: 'Nid yr allwedd sydd ar agor yma yw’r un y mae adroddiadau’n cael eu selio iddi nawr. Nid agorwyd dim. Agorwch yr allwedd a ddefnyddir nawr; os yw ar agor, llwythwch y dudalen eto.',
  },
  'refusal.contact': {
    en: 'Open the report, read how the person may be contacted, and confirm it. Nothing was sent, and what you wrote is still here.',
    cy: 'Agorwch yr adroddiad, darllenwch sut y gellir cysylltu â’r person, a chadarnhewch hynny. Nid anfonwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd.',
  },
  'refusal.file': {
    en: 'The file is not there, or not all of it. Nothing was changed. Please tell the operators.',
    cy: 'Nid yw’r ffeil yno, neu nid y cyfan ohoni. Ni newidiwyd dim. Rhowch wybod i’r gweithredwyr.',
  },
  'refusal.fileMarked': {
    en: 'This file was marked as perhaps an unlawful image. It stays closed unless you confirm that you mean to open it.',
    cy: 'Marciwyd y ffeil hon fel delwedd a all fod yn anghyfreithlon. Mae’n aros ar gau oni bai eich bod yn cadarnhau eich bod am ei hagor.',
  },
  'refusal.sameCase': {
    en: 'A case cannot be linked with itself. Nothing was changed.',
    cy: 'Ni ellir cysylltu achos ag ef ei hun. Ni newidiwyd dim.',
  },
  'refusal.fullToday': {
    en: 'No more can be written in this case today. Nothing was saved, and what you wrote is still here. Please keep it shorter, or go on tomorrow. Deciding about the case is still possible. If somebody is in danger now, call {emergency}.',
    cy: 'Ni ellir ysgrifennu rhagor yn yr achos hwn heddiw. Ni chadwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Ysgrifennwch lai, neu ewch ymlaen yfory. Gellir penderfynu ar yr achos o hyd. Os oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
  'refusal.full': {
    en: 'This case is full. Nothing was saved, and what you wrote is still here. Please write it where your unit keeps its investigations. Deciding about the case is still possible. If somebody is in danger now, call {emergency}.',
    cy: 'Mae’r achos hwn yn llawn. Ni chadwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Ysgrifennwch ef lle mae eich uned yn cadw ei hymchwiliadau. Gellir penderfynu ar yr achos o hyd. Os oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
} as const satisfies Words<'refusal'>;
