import type { Words } from '../word.ts';

/** The words of the history of a case: who did what. */
export const eventWords = {
  'event.received': { en: 'The report was received.', cy: 'Derbyniwyd yr adroddiad.' },
  'event.messageFrom': {
    en: 'The person who reported sent a message.',
    cy: 'Anfonodd y person a roddodd wybod neges.',
  },
  'event.contactConfirmed': {
    en: 'Before that, the case handler confirmed how the person may be contacted.',
    cy: 'Cyn hynny, cadarnhaodd y swyddog achosion sut y gellir cysylltu â’r person.',
  },
  'event.notKnownYet': {
    en: '{who} did something that this version of the page cannot show. Reload the page to see what it was.',
    cy: 'Gwnaeth {who} rywbeth na all y fersiwn hon o’r dudalen ei ddangos. Ail-lwythwch y dudalen i weld beth oedd.',
  },
  'event.viewed': { en: '{who} looked at the case.', cy: 'Edrychodd {who} ar yr achos.' },
  'event.consulted': { en: '{who} opened the report.', cy: 'Agorodd {who} yr adroddiad.' },
  'event.identityOpened': {
    en: '{who} opened the identity.',
    cy: 'Agorodd {who} yr hunaniaeth.',
  },
  'event.identityOpenedAsked': {
    en: '{who} opened the identity after someone asked for it.',
    cy: 'Agorodd {who} yr hunaniaeth ar ôl i rywun ofyn amdani.',
  },
  'event.identityOpenedForLife': {
    en: '{who} opened the identity alone and without a request, because a life was at risk.',
    cy: 'Agorodd {who} yr hunaniaeth heb neb arall a heb gais, gan fod bywyd mewn perygl.',
  },
  'event.withheld': {
    en: 'The person who reported is not told of this.',
    cy: 'Ni ddywedir hyn wrth y person a roddodd wybod.',
  },
  'event.identityAsked': {
    en: '{who} asked for the identity.',
    cy: 'Gofynnodd {who} am yr hunaniaeth.',
  },
  'event.identityWithdrawn': {
    en: '{who} withdrew the request for the identity.',
    cy: 'Tynnodd {who} y cais am yr hunaniaeth yn ôl.',
  },
  'event.identityConsidered': {
    en: '{who} read the reason for the identity request.',
    cy: 'Darllenodd {who} y rheswm dros y cais am yr hunaniaeth.',
  },
  'event.identityAgreed': {
    en: '{who} agreed that another custodian may open the identity.',
    cy: 'Cytunodd {who} y caiff ceidwad arall agor yr hunaniaeth.',
  },
  'event.identityRefused': {
    en: '{who} ended the request for the identity, and did not share the identity.',
    cy: 'Daeth {who} â’r cais am yr hunaniaeth i ben heb rannu’r hunaniaeth.',
  },
  'event.safety': {
    en: '{who} recorded what is known about danger: {danger}.',
    cy: 'Cofnododd {who} yr hyn sy’n hysbys am berygl: {danger}.',
  },
  'event.crimeRecorded': {
    en: '{who} noted that a crime was recorded.',
    cy: 'Nododd {who} fod trosedd wedi’i chofnodi.',
  },
  'event.crimeNotRecorded': {
    en: '{who} noted why no crime was recorded.',
    cy: 'Nododd {who} pam na chofnodwyd trosedd.',
  },
  'event.conductRecorded': {
    en: '{who} noted that a conduct matter or complaint was recorded.',
    cy: 'Nododd {who} fod mater ymddygiad neu gŵyn wedi’i gofnodi.',
  },
  'event.conductNotRecorded': {
    en: '{who} noted why no conduct matter or complaint was recorded.',
    cy: 'Nododd {who} pam na chofnodwyd mater ymddygiad na chŵyn.',
  },
  'event.urgencyRaised': { en: '{who} made the case urgent.', cy: 'Gwnaeth {who} yr achos yn un brys.' },
  'event.loweringAsked': {
    en: '{who} asked to lower the urgency of the case.',
    cy: 'Gofynnodd {who} am ostwng lefel brys yr achos.',
  },
  'event.urgencyLowered': {
    en: '{who} decided that the case is no longer urgent.',
    cy: 'Penderfynodd {who} nad yw’r achos yn un brys mwyach.',
  },
  'event.acknowledged': {
    en: '{who} acknowledged the case.',
    cy: 'Cydnabu {who} yr achos.',
  },
  'event.triaged': {
    en: '{who} triaged the case: {category}, graded {grading}.',
    cy: 'Brysbennodd {who} yr achos: {category}, graddiad {grading}.',
  },
  'event.moved': {
    en: '{who} changed the status to: {status}.',
    cy: 'Newidiodd {who} y statws i: {status}.',
  },
  'event.consultedMany': {
    en: '{who} opened the report, and has now opened {count} reports within one day that were not assigned to them.',
    cy: 'Agorodd {who} yr adroddiad, ac mae’r person hwnnw bellach wedi agor {count} o adroddiadau o fewn un diwrnod heb i neb eu rhoi yn ei ofal.',
  },
  'event.agreedClosing': {
    en: '{who} agreed that the case can be closed: {outcome}.',
    cy: 'Cytunodd {who} y gellir cau’r achos: {outcome}.',
  },
  'event.closed': {
    en: '{who} closed the case: {outcome}.',
    cy: 'Caeodd {who} yr achos: {outcome}.',
  },
  'event.reopened': { en: '{who} reopened the case.', cy: 'Ailagorodd {who} yr achos.' },
  'event.assigned': {
    en: '{who} gave the case to {person}.',
    cy: 'Rhoddodd {who} yr achos yng ngofal {person}.',
  },
  'event.unassigned': {
    en: '{who} gave the case back, so it was with nobody.',
    cy: 'Rhoddodd {who} yr achos yn ôl, felly nid oedd gyda neb.',
  },
  'event.noted': { en: '{who} wrote a note.', cy: 'Ysgrifennodd {who} nodyn.' },
  'event.decided': { en: '{who} recorded a decision.', cy: 'Cofnododd {who} benderfyniad.' },
  'event.reasoned': { en: '{who} recorded a reason.', cy: 'Cofnododd {who} reswm.' },
  'event.contacted': { en: '{who} recorded a contact.', cy: 'Cofnododd {who} gyswllt.' },
  'event.taskAdded': {
    en: '{who} set a task. It is due on {day}.',
    cy: 'Gosododd {who} dasg. Mae i’w gwneud erbyn {day}.',
  },
  'event.taskGiven': {
    en: '{who} set a task for {person}. It is due on {day}.',
    cy: 'Gosododd {who} dasg ar gyfer {person}. Mae i’w gwneud erbyn {day}.',
  },
  'event.taskDone': {
    en: '{who} marked a task as done.',
    cy: 'Nododd {who} fod tasg wedi’i gwneud.',
  },
  'event.referral': {
    en: '{who} recorded a decision on referral: {decision}.',
    cy: 'Cofnododd {who} benderfyniad ar gyfeirio: {decision}.',
  },
  'event.sanitised': {
    en: '{who} wrote a sanitised text.',
    cy: 'Ysgrifennodd {who} destun wedi’i lanhau.',
  },
  'event.signed': {
    en: '{who} signed off the sanitised text.',
    cy: 'Cymeradwyodd {who} y testun wedi’i lanhau.',
  },
  'event.hints': {
    en: '{count, plural, =0 {Candour found no words in the text that may give the source away.} one {The person who signed it off confirmed that # word can stay, although it may give the source away.} other {The person who signed it off confirmed that # words can stay, although they may give the source away.}}',
    cy: '{count, plural, =0 {Ni chafodd Candour hyd i eiriau yn y testun a allai ddatgelu pwy yw’r ffynhonnell.} one {Cadarnhaodd y person a gymeradwyodd y testun fod modd cadw un gair a allai ddatgelu pwy yw’r ffynhonnell.} two {Cadarnhaodd y person a gymeradwyodd y testun fod modd cadw dau air a allai ddatgelu pwy yw’r ffynhonnell.} other {Cadarnhaodd y person a gymeradwyodd y testun fod modd cadw # gair a allai ddatgelu pwy yw’r ffynhonnell.}}',
  },
  'event.conflict': {
    en: '{who} declared a conflict of interest, and so lost access to the case.',
    cy: 'Datganodd {who} wrthdaro buddiannau, ac felly collodd fynediad at yr achos.',
  },
  'event.readmitted': {
    en: '{who} restored access to the case for {person}.',
    cy: 'Adferodd {who} fynediad {person} at yr achos.',
  },
  'event.supervised': {
    en: '{who} looked at what was done in this case, as a supervisor.',
    cy: 'Edrychodd {who} ar yr hyn a wnaed yn yr achos hwn, fel goruchwyliwr.',
  },
  'event.overseen': {
    en: '{who} looked at what the reserve officers were told about the case.',
    cy: 'Edrychodd {who} ar yr hyn a ddywedwyd wrth y swyddogion wrth gefn am yr achos.',
  },
  'event.told': { en: 'The reserve officers were told.', cy: 'Cafodd y swyddogion wrth gefn wybod.' },
  'event.excluded': {
    en: '{who} removed {person}’s access to the case.',
    cy: 'Tynnodd {who} fynediad {person} at yr achos.',
  },
  'event.toReserve': { en: 'The case went to the reserve officers.', cy: 'Aeth yr achos at y swyddogion wrth gefn.' },
  'event.review': {
    en: '{who} set the review for {day}.',
    cy: 'Gosododd {who} yr adolygiad ar gyfer {day}.',
  },
  'event.hold': {
    en: '{who} set the review for {day} and put the case on hold: it cannot be erased.',
    cy: 'Gosododd {who} yr adolygiad ar gyfer {day}, a rhoi’r achos ar gadw: ni ellir ei ddileu.',
  },
  'event.stopped': {
    en: '{who} stopped messages to the person who reported.',
    cy: 'Ataliodd {who} negeseuon at y person a roddodd wybod.',
  },
  'event.allowed': {
    en: '{who} removed the stop on messages to the person who reported.',
    cy: 'Caniataodd {who} i negeseuon at y person a roddodd wybod ailddechrau.',
  },
  'event.update': {
    en: '{who} recorded that there is nothing new to tell the person who reported.',
    cy: 'Cofnododd {who} nad oes dim newydd i’w ddweud wrth y person a roddodd wybod.',
  },
  'event.doubted': {
    en: 'When {who} opened the case, something could not be verified.',
    cy: 'Pan agorodd {who} yr achos, roedd rhywbeth na ellid ei ddilysu.',
  },
  'event.setAside': {
    en: '{who} set aside something that could not be opened or was not genuine.',
    cy: 'Rhoddodd {who} rywbeth nad oedd modd ei agor, neu nad oedd yn ddilys, o’r neilltu.',
  },
  'event.erasureAsked': { en: '{who} asked for the case to be erased.', cy: 'Gofynnodd {who} am ddileu’r achos.' },
  'event.erasedFor': { en: 'Reason: {reason}.', cy: 'Rheswm: {reason}.' },
  'event.erasureRefused': { en: '{who} refused to erase the case.', cy: 'Gwrthododd {who} ddileu’r achos.' },
  'event.messageTo': {
    en: '{who} sent a message to the person who reported.',
    cy: 'Anfonodd {who} neges at y person a roddodd wybod.',
  },
  'event.detrimentAsked': {
    en: '{who} asked the person who reported, {months, plural, one {one month} other {# months}} after closing, whether they had been treated worse.',
    cy: 'Gofynnodd {who} i’r person a roddodd wybod, {months, plural, one {un mis} two {ddeufis} few {dri mis} many {chwe mis} other {# mis}} ar ôl cau, a oedd wedi cael ei drin yn waeth.',
  },
  'event.detrimentNotAsked': {
    en: 'This time, {months, plural, one {one month} other {# months}} after closing, {who} decided not to ask the person who reported whether they had been treated worse.',
    cy: 'Y tro hwn, {months, plural, one {un mis} two {ddeufis} few {dri mis} many {chwe mis} other {# mis}} ar ôl cau, penderfynodd {who} beidio â gofyn i’r person a roddodd wybod a oedd wedi cael ei drin yn waeth.',
  },
  'event.answered': {
    en: 'The answer to the person who reported: “{answer}”',
    cy: 'Yr ateb i’r person a roddodd wybod: “{answer}”',
  },
  'event.identityShared': {
    en: '{who} shared the identity with everyone handling the case.',
    cy: 'Rhannodd {who} yr hunaniaeth â phawb sy’n delio â’r achos.',
  },
  'event.exportedSanitised': {
    en: '{who} exported the sanitised text. Where it went: {place}.',
    cy: 'Allforiodd {who} y testun wedi’i lanhau. I ble yr aeth: {place}.',
  },
  'event.exportedWhole': {
    en: '{who} exported the whole case. Where it went: {place}.',
    cy: 'Allforiodd {who} yr achos cyfan. I ble yr aeth: {place}.',
  },
  'event.exportedLog': {
    en: '{who} exported the whole case with its decision log. Where it went: {place}.',
    cy: 'Allforiodd {who} yr achos cyfan, gyda’i log penderfyniadau. I ble yr aeth: {place}.',
  },
  'event.filesAdded': {
    en: '{who} added files.',
    cy: 'Ychwanegodd {who} ffeiliau.',
  },
  'event.fileOpened': {
    en: '{who} opened a file ({file}).',
    cy: 'Agorodd {who} ffeil ({file}).',
  },
  'event.markedFileOpened': {
    en: '{who} opened a file ({file}) that was marked as possibly an unlawful image, after confirming that this was their task.',
    cy: 'Agorodd {who} ffeil ({file}) a oedd wedi’i marcio fel delwedd a all fod yn anghyfreithlon, ar ôl cadarnhau mai dyna oedd ei dasg.',
  },
  'event.fileMarked': {
    en: '{who} marked a file ({file}) as a possible unlawful image.',
    cy: 'Marciodd {who} ffeil ({file}) fel delwedd a all fod yn anghyfreithlon.',
  },
  'event.fileExported': {
    en: '{who} exported a file ({file}) in encrypted form. Where it went: {place}.',
    cy: 'Allforiodd {who} ffeil ({file}), wedi’i hamgryptio. I ble yr aeth: {place}.',
  },
  'event.printed': {
    en: '{who} chose to print the open report.',
    cy: 'Dewisodd {who} argraffu’r adroddiad agored.',
  },
  'event.linked': {
    en: '{who} linked the case with case {other}.',
    cy: 'Cysylltodd {who} yr achos ag achos {other}.',
  },
  'event.notSame': {
    en: '{who} recorded that the case is not about the same person as case {other}.',
    cy: 'Cofnododd {who} nad yw’r achos yn ymwneud â’r un person ag achos {other}.',
  },
  'event.notSameUnseen': {
    en: '{who} recorded that the case is not about the same person as another case that you do not have access to.',
    cy: 'Cofnododd {who} nad yw’r achos yn ymwneud â’r un person ag achos arall nad oes gennych fynediad ato.',
  },
  'event.notSameRevised': {
    en: '{who} withdrew the record that the case is not about the same person as case {other}.',
    cy: 'Tynnodd {who} yn ôl y cofnod nad yw’r achos yn ymwneud â’r un person ag achos {other}.',
  },
  'event.notSameRevisedUnseen': {
    en: '{who} withdrew the record that the case is not about the same person as another case that you do not have access to.',
    cy: 'Tynnodd {who} yn ôl y cofnod nad yw’r achos yn ymwneud â’r un person ag achos arall nad oes gennych fynediad ato.',
  },
  'event.titled': {
    en: '{who} set the working title and the subject (encrypted).',
    cy: 'Gosododd {who} y teitl gwaith a’r pwnc (wedi’u hamgryptio).',
  },
  'event.samePerson': {
    en: '{who} confirmed that someone on the card of this case and someone on the card of case {other} are the same person.',
    cy: 'Cadarnhaodd {who} mai’r un person yw rhywun ar gerdyn yr achos hwn a rhywun ar gerdyn achos {other}.',
  },
  'event.samePersonUnseen': {
    en: '{who} confirmed that someone on the card of this case and someone on the card of another case, which you do not have access to, are the same person.',
    cy: 'Cadarnhaodd {who} mai’r un person yw rhywun ar gerdyn yr achos hwn a rhywun ar gerdyn achos arall nad oes gennych fynediad ato.',
  },
  'event.partingAsked': {
    en: '{who} asked to withdraw the confirmation that this case and another are about the same person.',
    cy: 'Gofynnodd {who} am dynnu’n ôl y cadarnhad bod yr achos hwn ac achos arall yn ymwneud â’r un person.',
  },
  'event.partingRefused': {
    en: '{who} decided to keep the confirmation that this case and another are about the same person.',
    cy: 'Penderfynodd {who} gadw’r cadarnhad bod yr achos hwn ac achos arall yn ymwneud â’r un person.',
  },
  'event.parted': {
    en: '{who} agreed, and withdrew the confirmation that this case and case {other} are about the same person.',
    cy: 'Cytunodd {who}, a thynnu’n ôl y cadarnhad bod yr achos hwn ac achos {other} yn ymwneud â’r un person.',
  },
  'event.partedUnseen': {
    en: '{who} agreed, and withdrew the confirmation that this case and another case, which you do not have access to, are about the same person.',
    cy: 'Cytunodd {who}, a thynnu’n ôl y cadarnhad bod yr achos hwn ac achos arall nad oes gennych fynediad ato yn ymwneud â’r un person.',
  },
  'event.grouped': {
    en: '{who} looked at the reports that may be about the same person as this report.',
    cy: 'Edrychodd {who} ar yr adroddiadau a allai ymwneud â’r un person â’r adroddiad hwn.',
  },
  'event.subjectsKept': {
    en: '{who} recorded who the report is about (encrypted).',
    cy: 'Cofnododd {who} am bwy mae’r adroddiad (wedi’i amgryptio).',
  },
  'event.linkedUnseen': {
    en: '{who} linked the case with another one.',
    cy: 'Cysylltodd {who} yr achos ag achos arall.',
  },
  'event.erased': {
    en: '{who} erased what was reported.',
    cy: 'Dileodd {who} yr hyn a adroddwyd.',
  },
  'event.logCollection': { en: 'Collection', cy: 'Casglu' },
  'event.logAlteration': { en: 'Alteration', cy: 'Newid' },
  'event.logConsultation': { en: 'Consultation', cy: 'Cyrchu' },
  'event.logDisclosure': { en: 'Disclosure', cy: 'Datgelu' },
  'event.logCombination': { en: 'Combination', cy: 'Cyfuno' },
  'event.logErasure': { en: 'Erasure', cy: 'Dileu' },
} as const satisfies Words<'event'>;
