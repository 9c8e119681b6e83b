import type { Words } from '../word.ts';

/** The words of the history of a case: who did what. */
export const eventWords = {
  'event.received': { en: 'The report was received.', cy: 'Derbyniwyd yr adroddiad.' },
  'event.messageFrom': {
    en: 'A message from the person who reported was received.',
    cy: 'Derbyniwyd neges gan y sawl a roddodd wybod.',
  },
  'event.contactConfirmed': {
    en: 'How the person may be contacted was confirmed first.',
    cy: 'Cadarnhawyd yn gyntaf sut y gellir cysylltu â’r person.',
  },
  'event.notKnownYet': {
    en: 'Something was done by {who} that this page is too old to name. Load the page again to read what it was.',
    cy: 'Gwnaeth {who} rywbeth na all y dudalen hon ei enwi eto. Llwythwch y dudalen eto i ddarllen beth oedd hynny.',
  },
  'event.viewed': { en: 'The case was looked at by {who}.', cy: 'Edrychodd {who} ar yr achos.' },
  'event.consulted': { en: 'The report was opened by {who}.', cy: 'Agorodd {who} yr adroddiad.' },
  'event.identityOpened': {
    en: 'The sealed identity was opened by {who}.',
    cy: 'Agorodd {who} yr hunaniaeth a seliwyd.',
  },
  'event.identityOpenedAsked': {
    en: 'The sealed identity was opened by {who}, for the request.',
    cy: 'Agorodd {who} yr hunaniaeth a seliwyd, ar gyfer y cais.',
  },
  'event.identityOpenedForLife': {
    en: 'The sealed identity was opened by {who} alone, without a request, since a life was at risk.',
    cy: 'Agorodd {who}, ar ei ben ei hun a heb gais, yr hunaniaeth a seliwyd, gan fod bywyd mewn perygl.',
  },
  'event.withheld': {
    en: 'The person who reported is not told of the opening.',
    cy: 'Ni ddywedir wrth y sawl a roddodd wybod am yr agor.',
  },
  'event.identityAsked': {
    en: 'The identity was asked for by {who}.',
    cy: 'Gofynnodd {who} am yr hunaniaeth.',
  },
  'event.identityWithdrawn': {
    en: 'The request for the identity was taken back by {who}.',
    cy: 'Tynnodd {who} y cais am yr hunaniaeth yn ôl.',
  },
  'event.identityConsidered': {
    en: 'The reason why the identity is asked for was read by {who}.',
    cy: 'Darllenodd {who} pam y gofynnir am yr hunaniaeth.',
  },
  'event.identityAgreed': {
    en: '{who} agreed that another custodian opens the identity.',
    cy: 'Cytunodd {who} i geidwad arall agor yr hunaniaeth.',
  },
  'event.identityRefused': {
    en: 'The request for the identity was ended by {who} without sharing it.',
    cy: 'Daeth {who} â’r cais am yr hunaniaeth i ben heb ei rhannu.',
  },
  'event.safety': {
    en: 'What is known of danger was recorded by {who}: {danger}.',
    cy: 'Cofnododd {who} yr hyn sy’n hysbys am berygl: {danger}.',
  },
  'event.crimeRecorded': {
    en: '{who} wrote down that a crime was recorded.',
    cy: 'Nododd {who} fod trosedd wedi’i chofnodi.',
  },
  'event.crimeNotRecorded': {
    en: '{who} wrote down why no crime was recorded.',
    cy: 'Nododd {who} pam na chofnodwyd trosedd.',
  },
  'event.conductRecorded': {
    en: '{who} wrote down that a conduct matter or complaint was recorded.',
    cy: 'Nododd {who} fod mater ymddygiad neu gŵyn wedi’i gofnodi.',
  },
  'event.conductNotRecorded': {
    en: '{who} wrote down why no conduct matter or complaint was recorded.',
    cy: 'Nododd {who} pam na chofnodwyd mater ymddygiad na chŵyn.',
  },
  'event.urgencyRaised': { en: 'The case was made urgent by {who}.', cy: 'Gwnaeth {who} yr achos yn un brys.' },
  'event.loweringAsked': {
    en: '{who} asked that the case be no longer urgent.',
    cy: 'Gofynnodd {who} am beidio â chadw’r achos yn un brys.',
  },
  'event.urgencyLowered': {
    en: 'The case was made no longer urgent by {who}.',
    cy: 'Penderfynodd {who} nad yw’r achos yn un brys mwyach.',
  },
  'event.acknowledged': {
    en: 'The case was acknowledged by {who}.',
    cy: 'Cydnabu {who} yr achos.',
  },
  'event.triaged': {
    en: 'The case was triaged by {who}: {category}, graded {grading}.',
    cy: 'Brysbennodd {who} yr achos: {category}, graddiad {grading}.',
  },
  'event.moved': {
    en: 'The status was changed by {who} to: {status}.',
    cy: 'Newidiodd {who} y statws i: {status}.',
  },
  'event.consultedMany': {
    en: 'The report was opened by {who}, who opened {count} reports within a day that nobody had given to them.',
    cy: 'Agorodd {who} yr adroddiad, ar ôl agor {count} o adroddiadau o fewn diwrnod nad oedd neb wedi’u rhoi iddynt.',
  },
  'event.agreedClosing': {
    en: '{who} agreed that the case can be closed: {outcome}.',
    cy: 'Cytunodd {who} y gellir cau’r achos: {outcome}.',
  },
  'event.closed': {
    en: 'The case was closed by {who}: {outcome}.',
    cy: 'Caeodd {who} yr achos: {outcome}.',
  },
  'event.reopened': { en: 'The case was reopened by {who}.', cy: 'Ailagorodd {who} yr achos.' },
  'event.assigned': {
    en: 'The case was given by {who} to {person}.',
    cy: 'Rhoddodd {who} yr achos yng ngofal {person}.',
  },
  'event.unassigned': {
    en: 'The case was given back by {who}, and was then with nobody.',
    cy: 'Rhoddodd {who} yr achos yn ôl, ac nid oedd gyda neb wedyn.',
  },
  'event.noted': { en: 'A note was written by {who}.', cy: 'Ysgrifennodd {who} nodyn.' },
  'event.decided': { en: 'A decision was written down by {who}.', cy: 'Cofnododd {who} benderfyniad.' },
  'event.reasoned': { en: 'A reason was written down by {who}.', cy: 'Cofnododd {who} reswm.' },
  'event.contacted': { en: 'A contact was written down by {who}.', cy: 'Cofnododd {who} gyswllt.' },
  'event.taskAdded': {
    en: 'A task was set by {who}. It is due on {day}.',
    cy: 'Gosododd {who} dasg. Mae i’w gwneud erbyn {day}.',
  },
  'event.taskGiven': {
    en: 'A task for {person} was set by {who}. It is due on {day}.',
    cy: 'Gosododd {who} dasg i {person}. Mae i’w gwneud erbyn {day}.',
  },
  'event.taskDone': {
    en: 'A task was marked as done by {who}.',
    cy: 'Nododd {who} fod tasg wedi’i gwneud.',
  },
  'event.referral': {
    en: 'A decision on referral was recorded by {who}: {decision}.',
    cy: 'Cofnododd {who} benderfyniad ar gyfeirio: {decision}.',
  },
  'event.sanitised': {
    en: 'A sanitised text was written by {who}.',
    cy: 'Ysgrifennodd {who} destun wedi’i lanhau.',
  },
  'event.signed': {
    en: 'The sanitised text was signed off by {who}.',
    cy: 'Cymeradwyodd {who} y testun wedi’i lanhau.',
  },
  'event.hints': {
    en: '{count, plural, =0 {No hint was shown in it.} one {# hint in it was confirmed.} other {# hints in it were confirmed.}}',
    cy: '{count, plural, =0 {Ni ddangoswyd awgrym ynddo.} other {Cadarnhawyd # awgrym ynddo.}}',
  },
  'event.conflict': {
    en: 'A conflict of interest was declared by {who}, who has had no access to the case since then.',
    cy: 'Datganodd {who} wrthdaro buddiannau, ac nid oes gan y person hwnnw fynediad at yr achos o hynny ymlaen.',
  },
  'event.readmitted': {
    en: '{person} was let into the case again by {who}.',
    cy: 'Gadawodd {who} i {person} ddod yn ôl i’r achos.',
  },
  'event.supervised': {
    en: '{who} looked at what was done in this case, as supervisor.',
    cy: 'Edrychodd {who} ar yr hyn a wnaed yn yr achos hwn, fel goruchwyliwr.',
  },
  'event.overseen': {
    en: 'What the reserve was told of the case was looked at by {who}.',
    cy: 'Edrychodd {who} ar yr hyn a ddywedwyd wrth y swyddogion wrth gefn am yr achos.',
  },
  'event.told': { en: 'The reserve was told.', cy: 'Dywedwyd wrth y swyddogion wrth gefn.' },
  'event.excluded': {
    en: '{person} was shut out of the case by {who}.',
    cy: 'Caewyd {person} allan o’r achos gan {who}.',
  },
  'event.toReserve': { en: 'The case went to the reserve.', cy: 'Aeth yr achos at y swyddogion wrth gefn.' },
  'event.review': {
    en: 'The review was set by {who} to {day}.',
    cy: 'Gosododd {who} yr adolygiad ar gyfer {day}.',
  },
  'event.hold': {
    en: 'The review was set by {who} to {day}, and the case put on hold: it may not be erased.',
    cy: 'Gosododd {who} yr adolygiad ar gyfer {day}, a rhoi’r achos ar gadw: ni chaniateir ei ddileu.',
  },
  'event.stopped': {
    en: 'Messages to the person who reported were stopped by {who}.',
    cy: 'Ataliodd {who} negeseuon at y sawl a roddodd wybod.',
  },
  'event.allowed': {
    en: 'Messages to the person who reported were allowed again by {who}.',
    cy: 'Caniataodd {who} i negeseuon at y sawl a roddodd wybod ailddechrau.',
  },
  'event.update': {
    en: '{who} confirmed that the person who reported is up to date.',
    cy: 'Cadarnhaodd {who} fod y sawl a roddodd wybod wedi cael y diweddaraf.',
  },
  'event.doubted': {
    en: 'Something that could not be verified was found when {who} opened the case.',
    cy: 'Canfuwyd rhywbeth na ellid ei ddilysu pan agorodd {who} yr achos.',
  },
  'event.setAside': {
    en: 'Something that could not be opened, or was not genuine, was set aside by {who}.',
    cy: 'Rhoddodd {who} rywbeth nad oedd modd ei agor, neu nad oedd yn ddilys, o’r neilltu.',
  },
  'event.erasureAsked': { en: 'Erasure was asked for by {who}.', cy: 'Gofynnodd {who} am ddileu’r achos.' },
  'event.erasedFor': { en: 'Why: {reason}.', cy: 'Pam: {reason}.' },
  'event.erasureRefused': { en: 'Erasure was refused by {who}.', cy: 'Gwrthododd {who} ddileu’r achos.' },
  'event.messageTo': {
    en: 'A message to the person who reported was sent by {who}.',
    cy: 'Anfonodd {who} neges at y sawl a roddodd wybod.',
  },
  'event.detrimentAsked': {
    en: '{who} asked the person who reported whether they were treated worse, {months, plural, one {one month} other {# months}} after closing.',
    cy: 'Gofynnodd {who} i’r sawl a roddodd wybod a gafodd ei drin yn waeth, {months, plural, one {un mis} two {ddeufis} few {dri mis} many {chwe mis} other {# mis}} ar ôl cau.',
  },
  'event.detrimentNotAsked': {
    en: '{who} decided not to ask this time whether they were treated worse, {months, plural, one {one month} other {# months}} after closing.',
    cy: 'Penderfynodd {who} beidio â gofyn y tro hwn a gafodd y person ei drin yn waeth, {months, plural, one {un mis} two {ddeufis} few {dri mis} many {chwe mis} other {# mis}} ar ôl cau.',
  },
  'event.answered': {
    en: 'The answer that they left: “{answer}”',
    cy: 'Yr ateb a adawyd: “{answer}”',
  },
  'event.identityShared': {
    en: 'The identity was shared with those who handle the case by {who}.',
    cy: 'Rhannodd {who} yr hunaniaeth â’r rhai sy’n delio â’r achos.',
  },
  'event.exportedSanitised': {
    en: 'The sanitised case was exported by {who}. Where to: {place}.',
    cy: 'Allforiodd {who} yr achos wedi’i lanhau. I ble: {place}.',
  },
  'event.exportedWhole': {
    en: 'The whole case was exported by {who}. Where to: {place}.',
    cy: 'Allforiodd {who} yr achos cyfan. I ble: {place}.',
  },
  'event.exportedLog': {
    en: 'The whole case was exported by {who}, with its decision log. Where to: {place}.',
    cy: 'Allforiodd {who} yr achos cyfan, gyda’i log penderfyniadau. I ble: {place}.',
  },
  'event.filesAdded': {
    en: 'Files were added by {who}.',
    cy: 'Ychwanegodd {who} ffeiliau.',
  },
  'event.fileOpened': {
    en: 'A file ({file}) was opened by {who}.',
    cy: 'Agorodd {who} ffeil ({file}).',
  },
  'event.markedFileOpened': {
    en: 'A file ({file}) that was marked as perhaps an unlawful image was opened by {who}, who confirmed it.',
    cy: 'Agorodd {who} ffeil ({file}) a oedd wedi’i marcio fel delwedd a all fod yn anghyfreithlon, gan gadarnhau hynny.',
  },
  'event.fileMarked': {
    en: 'A file ({file}) was marked as perhaps an unlawful image by {who}.',
    cy: 'Marciodd {who} ffeil ({file}) fel delwedd a all fod yn anghyfreithlon.',
  },
  'event.fileExported': {
    en: 'A file ({file}) was exported, sealed, by {who}. Where to: {place}.',
    cy: 'Allforiodd {who} ffeil ({file}), dan sêl. I ble: {place}.',
  },
  'event.printed': {
    en: '{who} had the page print the opened report.',
    cy: 'Argraffodd {who} yr adroddiad agored o’r dudalen.',
  },
  'event.linked': {
    en: 'The case was linked with case {other} by {who}.',
    cy: 'Cysylltodd {who} yr achos ag achos {other}.',
  },
  'event.notSame': {
    en: 'The case was said by {who} not to be about the same person as {other}.',
    cy: 'Dywedodd {who} nad yw’r achos yn ymwneud â’r un person â {other}.',
  },
  'event.notSameUnseen': {
    en: 'The case was said by {who} not to be about the same person as another that you do not have access to.',
    cy: 'Dywedodd {who} nad yw’r achos yn ymwneud â’r un person ag achos arall nad oes gennych fynediad ato.',
  },
  'event.notSameRevised': {
    en: 'It was taken back by {who} that the case is not about the same person as {other}.',
    cy: 'Tynnodd {who} yn ôl y datganiad nad yw’r achos yn ymwneud â’r un person â {other}.',
  },
  'event.notSameRevisedUnseen': {
    en: 'It was taken back by {who} that the case is not about the same person as another that you do not have access to.',
    cy: 'Tynnodd {who} yn ôl y datganiad nad yw’r achos yn ymwneud â’r un person ag achos arall nad oes gennych fynediad ato.',
  },
  'event.titled': {
    en: 'The working title and the subject were set by {who}, sealed.',
    cy: 'Gosododd {who} y teitl gwaith a’r pwnc, dan sêl.',
  },
  'event.samePerson': {
    en: 'People on the cards of this case and {other} were confirmed to be one person by {who}.',
    cy: 'Cadarnhaodd {who} mai’r un person sydd ar gardiau’r achos hwn a {other}.',
  },
  'event.samePersonUnseen': {
    en: 'People on the cards of this case and another that you do not have access to were confirmed to be one person by {who}.',
    cy: 'Cadarnhaodd {who} mai’r un person sydd ar gardiau’r achos hwn ac achos arall nad oes gennych fynediad ato.',
  },
  'event.partingAsked': {
    en: '{who} asked that the confirmation that this case and another are about one person be taken back.',
    cy: 'Gofynnodd {who} am dynnu’n ôl y cadarnhad bod yr achos hwn ac achos arall yn ymwneud ag un person.',
  },
  'event.partingRefused': {
    en: '{who} decided that the confirmation that this case and another are about one person stays.',
    cy: 'Penderfynodd {who} fod y cadarnhad bod yr achos hwn ac achos arall yn ymwneud ag un person yn aros.',
  },
  'event.parted': {
    en: 'The confirmation that this case and {other} are about one person was taken back: {who} agreed.',
    cy: 'Tynnwyd yn ôl y cadarnhad bod yr achos hwn a {other} yn ymwneud ag un person: cytunodd {who}.',
  },
  'event.partedUnseen': {
    en: 'The confirmation that this case and another that you do not have access to are about one person was taken back: {who} agreed.',
    cy: 'Tynnwyd yn ôl y cadarnhad bod yr achos hwn ac achos arall nad oes gennych fynediad ato yn ymwneud ag un person: cytunodd {who}.',
  },
  'event.grouped': {
    en: '{who} looked at the reports that may be about the same person as this one.',
    cy: 'Edrychodd {who} ar yr adroddiadau a allai ymwneud â’r un person â hwn.',
  },
  'event.subjectsKept': {
    en: 'Whom the report is about was written down by {who}, sealed.',
    cy: 'Cofnododd {who}, dan sêl, am bwy mae’r adroddiad.',
  },
  'event.linkedUnseen': {
    en: 'The case was linked with another one by {who}.',
    cy: 'Cysylltodd {who} yr achos ag achos arall.',
  },
  'event.erased': {
    en: 'What was reported was erased by {who}.',
    cy: 'Dileodd {who} yr hyn a adroddwyd.',
  },
  'event.logCollection': { en: 'Collection', cy: 'Casglu' },
  'event.logAlteration': { en: 'Alteration', cy: 'Newid' },
  'event.logConsultation': { en: 'Consultation', cy: 'Cyrchu' },
  'event.logDisclosure': { en: 'Disclosure', cy: 'Datgelu' },
  'event.logCombination': { en: 'Combination', cy: 'Cyfuno' },
  'event.logErasure': { en: 'Erasure', cy: 'Dileu' },
} as const satisfies Words<'event'>;
