import type { Words } from '../word.ts';

/** The cards by which an organisation passes on what somebody told it, and comes back. */
export const partnerReportWords = {
  'hub.heading': { en: 'Pass on a concern', cy: 'Trosglwyddo pryder' },
  'hub.what': {
    en: 'This is encrypted for the Anti-Corruption Unit; if it could be about the unit, for {reserve}. Anyone who controls the server could replace this page, and read what you write.',
    cy: 'Caiff hwn ei amgryptio ar gyfer yr Uned Wrthlygredd; os gallai ymwneud â’r uned, ar gyfer {reserve}. Gallai unrhyw un sy’n rheoli’r gweinydd osod tudalen arall yn lle hon, a darllen yr hyn a ysgrifennwch.',
  },
  'hub.whatUnit': {
    en: 'This is encrypted for the Anti-Corruption Unit. Anyone who controls the server could replace this page, and read what you write.',
    cy: 'Caiff hwn ei amgryptio ar gyfer yr Uned Wrthlygredd. Gallai unrhyw un sy’n rheoli’r gweinydd osod tudalen arall yn lle hon, a darllen yr hyn a ysgrifennwch.',
  },
  'hub.life': {
    en: 'If someone’s life is at risk, the force may try to find you, and the person who told you.',
    cy: 'Os bydd bywyd rhywun mewn perygl, gall yr heddlu geisio dod o hyd i chi, ac i’r person a ddywedodd wrthych.',
  },
  'hub.otherWays': {
    en: 'Other ways: Crimestoppers, {number}.',
    cy: 'Ffyrdd eraill: Crimestoppers (Taclo’r Taclau), {number}.',
  },
  'hub.beforeHeading': { en: 'Before you write', cy: 'Cyn i chi ysgrifennu' },
  'hub.consentFirst': {
    en: 'If it is safe, ask the person first whether they agree. You can send this without their agreement.',
    cy: 'Os yw’n ddiogel, gofynnwch i’r person yn gyntaf a yw’n cytuno. Gallwch anfon hyn heb gytundeb y person.',
  },
  'hub.doNotAsk': {
    en: 'Do not question the person for us, investigate, ask leading questions, or promise secrecy.',
    cy: 'Peidiwch â holi’r person ar ein rhan, ymchwilio, gofyn cwestiynau arweiniol, nac addo cyfrinachedd.',
  },
  'hub.noNotes': { en: 'Leave out counselling notes.', cy: 'Peidiwch â chynnwys nodiadau cwnsela.' },
  'hub.dutyHeading': { en: 'You still have your own duty', cy: 'Mae gennych eich dyletswydd eich hun o hyd' },
  'hub.duty': {
    en: 'Passing this on here does not discharge your duty under the Wales Safeguarding Procedures (section 5). If a child or an adult may be at risk, tell the local authority’s designated officer within 24 hours or on the next working day.',
    cy: 'Nid yw trosglwyddo hyn yma yn cyflawni eich dyletswydd o dan Weithdrefnau Diogelu Cymru (adran 5). Os gall plentyn neu oedolyn fod yn wynebu risg, dywedwch wrth swyddog dynodedig yr awdurdod lleol o fewn 24 awr neu ar y diwrnod gwaith nesaf.',
  },
  'hub.staffDoors': {
    en: 'If you work for the police (in {victimUnit}, for example), report through Candour in Teams instead: the rules there on conflicts of interest apply to you.',
    cy: 'Os ydych yn gweithio i’r heddlu ({victimUnit}, er enghraifft), rhowch wybod drwy Candour yn Teams yn lle hynny: mae’r rheolau sydd yno ar wrthdaro buddiannau yn berthnasol i chi.',
  },
  'hub.noName': {
    en: 'Candour does not keep your name or address. It keeps the kind of organisation that this came from. You can give your name at the end, inside the encrypted report.',
    cy: 'Nid yw Candour yn cadw eich enw na’ch cyfeiriad. Mae’n cadw o ba fath o sefydliad y daeth hyn. Gallwch roi eich enw ar y diwedd, yn yr adroddiad ei hun, sydd wedi’i amgryptio.',
  },
  'hub.sealed': {
    en: 'What you write is encrypted on this page before it is sent, and the server cannot open it. The server sees only what it needs to run the case, such as the kind of concern, how urgent it is, the language and who handles it.',
    cy: 'Caiff yr hyn a ysgrifennwch ei amgryptio ar y dudalen hon cyn ei anfon, ac ni all y gweinydd ei agor. Dim ond yr hyn sydd ei angen i redeg yr achos y mae’r gweinydd yn ei weld, megis y math o bryder, y lefel brys, yr iaith a phwy sy’n delio â’r achos.',
  },
  'hub.device': {
    en: 'If your organisation manages this device, it may record what is on the screen.',
    cy: 'Os yw eich sefydliad yn rheoli’r ddyfais hon, gall gofnodi’r hyn sydd ar y sgrin.',
  },
  'hub.agreementHeading': { en: 'Does the person agree?', cy: 'A yw’r person yn cytuno?' },
  'hub.askLater': {
    en: 'If you ask them later, come back with your return code to add their answer.',
    cy: 'Os gofynnwch i’r person yn nes ymlaen, dewch yn ôl gyda’ch cod dychwelyd i ychwanegu’r ateb.',
  },
  'hub.wordsHeading': { en: 'What was said, and the risk now', cy: 'Yr hyn a ddywedwyd, a’r perygl nawr' },
  'hub.wordsEither': {
    en: 'One of the first two answers is enough. You do not have to be certain.',
    cy: 'Mae un o’r ddau ateb cyntaf yn ddigon. Nid oes rhaid i chi fod yn sicr.',
  },
  'hub.contactHeading': {
    en: 'What the person wants, and how to reach them',
    cy: 'Dymuniadau’r person, a sut i gysylltu ag ef',
  },
  'hub.officerHeading': { en: 'Who it is about', cy: 'Am bwy mae’r pryder' },
  'hub.signsHeading': {
    en: 'Signs, assessments, and who was told',
    cy: 'Arwyddion, asesiadau, a phwy sydd wedi cael gwybod',
  },
  'hub.noContact': {
    en: 'Unless you say how, the people who read this are told not to contact the person.',
    cy: 'Oni bai eich bod yn dweud sut, dywedir wrth y bobl sy’n darllen hyn am beidio â chysylltu â’r person.',
  },
  'hub.moreHeading': { en: 'Evidence, and your own details', cy: 'Tystiolaeth, a’ch manylion chi' },
  'hub.codeKeep': {
    en: 'Keep it locked away, apart from the person’s file.',
    cy: 'Cadwch ef dan glo, ar wahân i ffeil y person.',
  },
  'hub.codeLost': {
    en: 'If the page closes, come back with the code to see whether this was saved.',
    cy: 'Os bydd y dudalen yn cau, dewch yn ôl gyda’r cod i weld a gafodd hyn ei gadw.',
  },
  'hub.thenDetail': {
    en: 'If you can, add detail before you send, on four optional cards: for example, how to contact the person.',
    cy: 'Os gallwch, ychwanegwch fanylion cyn anfon, ar bedwar cerdyn dewisol: er enghraifft, sut i gysylltu â’r person.',
  },
  'hub.changeFirst': { en: 'Change: agreement', cy: 'Newid: cytundeb' },
  'hub.changeWords': { en: 'Change: what was said', cy: 'Newid: beth ddywedwyd wrthych' },
  'hub.changeContact': { en: 'Change: wishes and contact', cy: 'Newid: dymuniadau a chyswllt' },
  'hub.changeOfficer': { en: 'Change: who it is about', cy: 'Newid: am bwy mae’r pryder' },
  'hub.changeSigns': { en: 'Change: signs', cy: 'Newid: arwyddion' },
  'hub.changeMore': { en: 'Change: evidence and details', cy: 'Newid: tystiolaeth a manylion' },
  'hub.received': { en: 'Received on {day}.', cy: 'Daeth i law ar {day}.' },
  'hub.tellHeading': { en: 'What you can tell the person', cy: 'Yr hyn y gallwch ei ddweud wrth y person' },
  'hub.tellPassed': {
    en: 'It was encrypted and passed on to the people in the force who deal with this.',
    cy: 'Cafodd ei amgryptio a’i drosglwyddo i’r bobl yn yr heddlu sy’n delio â hyn.',
  },
  'hub.tellNothing': {
    en: 'They do not have to do anything. Nobody can promise what will happen, or when.',
    cy: 'Nid oes rhaid i’r person wneud dim. Ni all neb addo beth fydd yn digwydd, na phryd.',
  },
  'hub.tellWithdraw': {
    en: 'If they no longer agree, they can tell you, and you can record it with the code.',
    cy: 'Os nad yw’r person yn cytuno mwyach, gall ddweud wrthych, a gallwch gofnodi hynny gyda’r cod.',
  },
  'hub.tellDanger': {
    en: 'In danger: {emergency}. For help with abuse or sexual violence: {helpline}, {phone}.',
    cy: 'Mewn perygl: {emergency}. Am gymorth gyda cham-drin neu drais rhywiol: {helpline}, {phone}.',
  },
  'hub.tellReceived': {
    en: 'It has arrived. Nobody has confirmed that yet.',
    cy: 'Mae wedi cyrraedd. Nid oes neb wedi cadarnhau hynny eto.',
  },
  'hub.tellSeen': {
    en: 'Someone has confirmed that it arrived.',
    cy: 'Mae rhywun wedi cadarnhau ei fod wedi cyrraedd.',
  },
  'hub.tellWork': {
    en: 'Someone is dealing with it. We cannot see what they are doing.',
    cy: 'Mae rhywun yn delio ag ef. Ni allwn weld beth sy’n cael ei wneud.',
  },
  'hub.tellAsked': {
    en: 'The people handling it have asked us a question. We will answer only with what we already know.',
    cy: 'Mae’r bobl sy’n delio â hyn wedi gofyn cwestiwn i ni. Byddwn yn ateb gyda’r hyn a wyddom eisoes yn unig.',
  },
  'hub.tellClosed': {
    en: 'The case is closed. If it is safe, you can tell the person the answer on this card.',
    cy: 'Mae’r achos wedi’i gau. Os yw’n ddiogel, gallwch ddweud wrth y person beth yw’r ateb ar y cerdyn hwn.',
  },
  'hub.withdraw': { en: 'The person no longer agrees', cy: 'Tynnwyd y cytundeb yn ôl' },
  'hub.withdrawHeading': {
    en: 'Has the person withdrawn their agreement?',
    cy: 'A yw’r person wedi tynnu ei gytundeb yn ôl?',
  },
  'hub.withdrawDoes': {
    en: 'The people handling your report will be told that something was added, and will read that the person no longer agrees.',
    cy: 'Caiff y bobl sy’n delio â’ch adroddiad wybod bod rhywbeth wedi’i ychwanegu, a byddant yn darllen nad yw’r person yn cytuno mwyach.',
  },
  'hub.withdrawNot': {
    en: 'This does not cancel what you passed on, or undo what has been done since. If someone may be at risk, the force may still have to act.',
    cy: 'Nid yw hyn yn canslo’r hyn a drosglwyddoch, nac yn dadwneud yr hyn a wnaed ers hynny. Os gall rhywun fod mewn perygl, efallai y bydd yn rhaid i’r heddlu weithredu o hyd.',
  },
  'hub.withdrawWhy': { en: 'Why, if they have said', cy: 'Pam, os yw’r person wedi dweud' },
  'hub.withdrawRecord': { en: 'Record the withdrawal', cy: 'Cofnodi hynny' },
  'hub.withdrawKeep': { en: 'Not now', cy: 'Ddim nawr' },
  'hub.withdrawnHeading': { en: 'The withdrawal is recorded', cy: 'Cofnodwyd nad yw’r person yn cytuno mwyach' },
  'hub.withdrawnText': {
    en: 'The person no longer agrees to this being passed on.',
    cy: 'Nid yw’r person yn cytuno mwyach i drosglwyddo’r pryder hwn.',
  },
} as const satisfies Words<'hub'>;
