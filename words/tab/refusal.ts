import type { Words } from '../word.ts';

/** Why something was not done, what is safe to assume, and what to do now. */
export const refusalWords = {
  'refusal.refused': {
    en: 'You do not have access to this, or there is no such case. Nothing was changed.',
    cy: 'Nid yw hyn ar gael i chi, neu nid oes achos o’r fath. Ni newidiwyd dim.',
  },
  'refusal.notSignedIn': {
    en: 'Candour could not confirm who you are. Nothing was changed. Try again. If it keeps happening, close Candour in Teams and open it again.',
    cy: 'Ni allai Candour gadarnhau pwy ydych chi. Ni newidiwyd dim. Rhowch gynnig arall arni. Os bydd hyn yn parhau, caewch Candour yn Teams a’i agor eto.',
  },
  'refusal.odd': {
    en: 'Candour could not understand what was sent. Nothing was changed. Check what you entered and try again.',
    cy: 'Ni allai Candour ddeall yr hyn a anfonwyd. Ni newidiwyd dim. Gwiriwch yr hyn a nodoch a rhowch gynnig arall arni.',
  },
  'refusal.tooOften': {
    en: 'That was more than Candour accepts from one person in a short time. Nothing was changed. Wait a minute, then continue.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Ni newidiwyd dim. Arhoswch funud, yna ewch ymlaen.',
  },
  'refusal.overBudget': {
    en: 'If someone is in danger, call {emergency}. This was not saved: it is more than Candour accepts from one person in a short time. Try again in an hour, or tomorrow.',
    cy: 'Os oes rhywun mewn perygl, ffoniwch {emergency}. Ni chadwyd hyn: mae’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Rhowch gynnig arall arni ymhen awr, neu yfory.',
  },
  'refusal.shortReserve': {
    en: 'At the moment Candour cannot accept anything that may be about the unit. Nothing was saved.',
    cy: 'Ar hyn o bryd ni all Candour dderbyn dim a allai ymwneud â’r uned. Ni chadwyd dim.',
  },
  'refusal.shortCustodian': {
    en: 'Candour cannot accept confidential reports at the moment. Nothing was saved.',
    cy: 'Ni all Candour dderbyn adroddiadau cyfrinachol ar hyn o bryd. Ni chadwyd dim.',
  },
  'refusal.unavailable': {
    en: 'Candour cannot be reached, or cannot reach its records, at the moment. Nothing was changed. Try again in a few minutes.',
    cy: 'Ni ellir cyrraedd Candour, neu ni all gyrraedd ei gofnodion, ar hyn o bryd. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'refusal.newer': {
    en: 'Candour is being updated and cannot change this at the moment. Nothing was changed. Try again in a few minutes. If it keeps happening, tell the operators.',
    cy: 'Mae Candour yn cael ei ddiweddaru ac ni all newid hyn ar hyn o bryd. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau. Os bydd hyn yn parhau, dywedwch wrth y gweithredwyr.',
  },
  'refusal.unconfirmed': {
    en: 'Candour could not confirm that this was saved. What you entered is still here. Send it again: it will not be saved twice.',
    cy: 'Ni allai Candour gadarnhau bod hyn wedi’i gadw. Mae’r hyn a nodoch yma o hyd. Anfonwch ef eto: ni chaiff ei gadw ddwywaith.',
  },
  'refusal.failed': {
    en: 'Something went wrong on our side. Assume that this was not saved, and try again: it will not be saved twice.',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Cymerwch yn ganiataol na chafodd hyn ei gadw, a rhowch gynnig arall arni: ni chaiff ei gadw ddwywaith.',
  },
  'refusal.moved': {
    en: 'Someone changed this case after you opened it. The page now shows the latest version. What you entered is still here but was not saved: check it and send it again.',
    cy: 'Newidiodd rhywun yr achos hwn ar ôl i chi ei agor. Mae’r dudalen yn dangos y fersiwn ddiweddaraf nawr. Mae’r hyn a nodoch yma o hyd ond ni chafodd ei gadw: gwiriwch ef ac anfonwch ef eto.',
  },
  'refusal.state': {
    en: 'You cannot do this with the case as it is now. Nothing was changed.',
    cy: 'Ni allwch wneud hyn â’r achos fel y mae nawr. Ni newidiwyd dim.',
  },
  'refusal.gated': {
    en: 'You cannot do this yet. Nothing was changed, and what you entered is still here.',
    cy: 'Ni allwch wneud hyn eto. Ni newidiwyd dim, ac mae’r hyn a nodoch yma o hyd.',
  },
  'refusal.ownWork': {
    en: 'This needs a second person: a colleague must confirm what you began yourself. Nothing was changed.',
    cy: 'Mae angen ail berson ar gyfer hyn: rhaid i gydweithiwr gadarnhau’r hyn a ddechreuoch chi eich hun. Ni newidiwyd dim.',
  },
  'refusal.asked': {
    en: 'There is no open request for this. Nothing was changed.',
    cy: 'Nid oes cais am hyn yn aros am ateb. Ni newidiwyd dim.',
  },
  'refusal.onHold': {
    en: 'The case is on hold. Nothing was changed.',
    cy: 'Mae’r achos ar gadw. Ni newidiwyd dim.',
  },
  'refusal.signed': {
    en: 'A second person has not signed off the sanitised text. Nothing left Candour.',
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
    en: 'Another message was sent in the meantime. Yours is still here and was not sent: read the other one first.',
    cy: 'Anfonwyd neges arall yn y cyfamser. Mae eich un chi yma o hyd ac nid yw wedi’i hanfon: darllenwch y llall yn gyntaf.',
  },
  'refusal.person': {
    en: 'This person’s role or access to the case does not allow this. Nothing was changed.',
    cy: 'Nid yw rôl y person hwn, na’i fynediad at yr achos, yn caniatáu hyn. Ni newidiwyd dim.',
  },
  'refusal.text': {
    en: 'This is not the current text. Nothing was changed: read the current one.',
    cy: 'Nid hwn yw’r testun cyfredol. Ni newidiwyd dim: darllenwch yr un cyfredol.',
  },
  'refusal.task': {
    en: 'This task is no longer open: someone has marked it as done. Nothing was changed.',
    cy: 'Nid yw’r dasg hon ar agor mwyach: nododd rhywun ei bod wedi’i gwneud. Ni newidiwyd dim.',
  },
  'refusal.tasks': {
    en: 'This case cannot have any more open tasks. Nothing was saved, and what you wrote is still here. Mark one as done first.',
    cy: 'Ni all yr achos hwn gael rhagor o dasgau agored. Ni chadwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Yn gyntaf, nodwch fod un ohonynt wedi’i gwneud.',
  },
  'refusal.identity': {
    en: 'This case has no identity for custodians to open.',
    cy: 'Nid oes gan yr achos hwn hunaniaeth i geidwaid ei hagor.',
  },
  'refusal.alreadyAsked': {
    en: 'Someone has already asked for this identity, and there is no answer yet. Nothing was changed.',
    cy: 'Mae rhywun eisoes wedi gofyn am yr hunaniaeth hon, ac nid oes ateb eto. Ni newidiwyd dim.',
  },
  'refusal.notAsker': {
    en: 'Only the person who asked can withdraw the request. Nothing was changed.',
    cy: 'Dim ond y person a ofynnodd a all dynnu’r cais yn ôl. Ni newidiwyd dim.',
  },
  'refusal.otherRequest': {
    en: 'The request that you read has since been withdrawn or answered. Nothing was changed: refresh the list of requests.',
    cy: 'Cafodd y cais a ddarllenoch ei dynnu’n ôl neu ei ateb ers hynny. Ni newidiwyd dim: adnewyddwch y rhestr o geisiadau.',
  },
  'refusal.needsRequest': {
    en: 'An identity can be opened and shared only in response to a request. Nothing was changed.',
    cy: 'Dim ond mewn ymateb i gais y gellir agor a rhannu hunaniaeth. Ni newidiwyd dim.',
  },
  'refusal.needsCustodian': {
    en: 'Another custodian must agree to this first. Nobody has agreed yet, or the agreement has expired. Nothing was opened.',
    cy: 'Rhaid i geidwad arall gytuno i hyn yn gyntaf. Nid oes neb wedi cytuno eto, neu mae’r cytundeb wedi dod i ben. Nid agorwyd dim.',
  },
  'refusal.erased': {
    en: 'The case was erased. Nothing more can be done with it.',
    cy: 'Dilëwyd yr achos. Ni ellir gwneud dim ag ef mwyach.',
  },
  'refusal.key': {
    en: 'This needs a key that has not been set up. Nothing was changed. Tell the operators.',
    cy: 'Nid yw allwedd sydd ei hangen ar gyfer hyn wedi’i gosod. Ni newidiwyd dim: dywedwch wrth y gweithredwyr.',
  },
  'refusal.lastOne': {
    en: 'As far as Candour knows, nobody else could handle this case. Nothing was changed, and what you wrote is still here. Ask Candour’s admins to have someone added to the reserve officers first. Then declare the conflict again. Do not open the report until then.',
    cy: 'Hyd y gŵyr Candour, ni allai neb arall ddelio â’r achos hwn. Ni newidiwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf. Yna datganwch y gwrthdaro eto. Peidiwch ag agor yr adroddiad tan hynny.',
  },
  'refusal.noReserve': {
    en: 'No reserve officer would be left who could be told of this. Nothing was changed. Ask Candour’s admins to have someone added to the reserve officers first.',
    cy: 'Ni fyddai’r un swyddog wrth gefn ar ôl i gael gwybod am hyn. Ni newidiwyd dim. Gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf.',
  },
  'refusal.needsSecond': {
    en: 'A colleague’s access to this case was removed, and nobody else can see it. This needs a second person. Nothing was changed. Ask Candour’s admins to have someone added to the reserve officers first.',
    cy: 'Tynnwyd mynediad cydweithiwr at yr achos hwn, ac ni all neb arall ei weld. Mae angen ail berson ar gyfer hyn. Ni newidiwyd dim. Gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf.',
  },
  'refusal.needsTwo': {
    en: 'One person cannot make this case less urgent alone. Someone else must ask for it first, and must ask again if anything new has been written or decided since. Nothing was changed.',
    cy: 'Ni all un person wneud yr achos hwn yn llai brys ar ei ben ei hun. Rhaid i rywun arall ofyn am hynny’n gyntaf, a gofyn eto os oes rhywbeth newydd wedi’i ysgrifennu neu ei benderfynu ers hynny. Ni newidiwyd dim.',
  },
  'refusal.noReason': {
    en: 'This needs a reason that the reserve officers can read. Nothing was changed.',
    cy: 'Mae angen rheswm y gall y swyddogion wrth gefn ei ddarllen. Ni newidiwyd dim.',
  },
  'refusal.noReasonToTake': {
    en: 'This case is with a colleague. Say why it should go to someone else: your colleague can read the reason. Nothing was changed.',
    cy: 'Mae’r achos hwn gyda chydweithiwr. Dywedwch pam y dylai fynd at rywun arall: gall eich cydweithiwr ddarllen y rheswm. Ni newidiwyd dim.',
  },
  'refusal.reviewTooFar': {
    en: 'This day is too late for your force’s rules on review. Nothing was changed. Choose an earlier day.',
    cy: 'Mae’r diwrnod hwn yn rhy hwyr yn ôl rheolau adolygu eich heddlu. Ni newidiwyd dim. Dewiswch ddiwrnod cynharach.',
  },
  'refusal.ownConflict': {
    en: 'This person declared the conflict themselves, so you cannot restore their access. Nothing was changed.',
    cy: 'Y person hwn ei hun a ddatganodd y gwrthdaro buddiannau, felly ni allwch adfer ei fynediad. Ni newidiwyd dim.',
  },
  'refusal.olderKey': {
    en: 'The key that is open here is an earlier one. Nothing was saved, and what you entered is still here. Open the current key, and save again.',
    cy: 'Mae’r allwedd sydd ar agor yma yn un gynharach. Ni chadwyd dim, ac mae’r hyn a nodoch yma o hyd. Agorwch yr allwedd gyfredol, a chadwch eto.',
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
    en: 'The key that is open here is not the current one for reports. Nothing was opened. Open the current key. If it is already open, load the page again.',
    cy: 'Nid yr allwedd sydd ar agor yma yw’r un gyfredol ar gyfer adroddiadau. Nid agorwyd dim. Agorwch yr allwedd gyfredol. Os yw eisoes ar agor, llwythwch y dudalen eto.',
  },
  'refusal.contact': {
    en: 'Open the report, read how the person may be contacted, and confirm it. Nothing was sent, and what you wrote is still here.',
    cy: 'Agorwch yr adroddiad, darllenwch sut y gellir cysylltu â’r person, a chadarnhewch hynny. Nid anfonwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd.',
  },
  'refusal.file': {
    en: 'The file is missing or incomplete. Nothing was changed: tell the operators.',
    cy: 'Mae’r ffeil ar goll neu’n anghyflawn. Ni newidiwyd dim: dywedwch wrth y gweithredwyr.',
  },
  'refusal.fileMarked': {
    en: 'This file is marked as an image that may be unlawful. It stays closed unless you confirm that you mean to open it.',
    cy: 'Mae’r ffeil hon wedi’i marcio fel delwedd a all fod yn anghyfreithlon. Mae’n aros ar gau oni bai eich bod yn cadarnhau eich bod am ei hagor.',
  },
  'refusal.sameCase': {
    en: 'A case cannot be linked with itself. Nothing was changed.',
    cy: 'Ni ellir cysylltu achos ag ef ei hun. Ni newidiwyd dim.',
  },
  'refusal.fullToday': {
    en: 'Nothing more can be written in this case today. Nothing was saved, and what you wrote is still here. Write less, or continue tomorrow. You can still make decisions about the case. If someone is in danger now, call {emergency}.',
    cy: 'Ni ellir ysgrifennu rhagor yn yr achos hwn heddiw. Ni chadwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Ysgrifennwch lai, neu ewch ymlaen yfory. Gallwch wneud penderfyniadau am yr achos o hyd. Os oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
  'refusal.full': {
    en: 'This case is full. Nothing was saved, and what you wrote is still here. Record what you wrote in the system where your unit keeps its investigations. You can still make decisions about the case. If someone is in danger now, call {emergency}.',
    cy: 'Mae’r achos hwn yn llawn. Ni chadwyd dim, ac mae’r hyn a ysgrifennoch yma o hyd. Cofnodwch ef yn y system lle mae eich uned yn cadw ei hymchwiliadau. Gallwch wneud penderfyniadau am yr achos o hyd. Os oes rhywun mewn perygl nawr, ffoniwch {emergency}.',
  },
} as const satisfies Words<'refusal'>;
