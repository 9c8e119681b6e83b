/**
 * 2,048 common Welsh words, collected for Candour, of eleven bits each. Any keyboard types their letters, a to z, and
 * no slip of one letter makes another word.
 */
export const welshWords: readonly string[] = `
  abad abaty aber aceri achlysur achos achub acordion actio actor actores adain adar addas addewid addo addurn
  addysg adeg adeilad aderyn adfer adlais adlamu adloniant adnabod adnod adolygu adran adre adwaith aeddfed aelod
  aelodau aelwyd aeron afallen afanc afon afonydd agenda agor agored agoriad agosach agwedd ailadrodd ailgylchu
  alarch alaw albwm alcemi allan allor allwedd alpau amaeth amaethwr amcan amgen amgueddfa amgylch amhosib amledd
  amlinell amlwg amneidio amodau amrediad amrywio amser amserlen amserydd amynedd anadlu anferth angel angori
  angylion anhygoel anialwch anifail annedd annog annwyd anogaeth anrheg anrhydedd ansawdd antur anturus anwesu
  apelio aradr araf araith arall arbed arbennig archeb ardal arddangos arddull arddwrn arfordir argraff argymell
  arholiad arian arlliw arloesi arloesol arlunio arlunydd arolwg aros arsylwi arth artist artistig arwain arweinydd
  arwr arwres arwydd asbaragws asen asesiad asesu asgell asgwrn asiant astudio atal ateb atebion atgof atgoffa
  atgofion athletau athrawes athro atlas atodiad atom atyniad awdur awdurdod awdures awel awgrym awyddus awyr awyren
  awyrgylch bachu bachyn baddon bagad balchder balconi balm banadl banc bancio bandiau baner banjo bara barcud
  bargen bariton barrug basged bathodyn batri bedydd beic beicio beiciwr beiddgar beirdd bendith benthyg berdys berf
  berwi betws beudy beunydd bisgedi blaen blaidd blanced blas blasau blasus blawd blodau blodeuo blodyn blwch blwydd
  blwyddyn blynyddol bocs bodlon bonheddig bord boreau boreol botwm botymau braich braint brasgamu braslun brechdan
  brecwast breichled brenhines brenin brethyn breuddwyd bricsen brigau brigyn brith brithyll broch brodorol broga
  brown brwd brwsh brwyn bryncyn bryniau brys brysiog buan buarth buches buchod buddiol buddugol bugail bugeilio
  bwced bwlch bwrdd bwthyn bwydlen bwydo bwydydd bwyta bychan bydysawd byrbryd byrddau byrder bysedd bysiau
  bythynnod bywiog bywyd cabanau cactws cacwn cadair cadarn cadarnhau cadno cadw cadwyn caead caerau caffael cafn
  caled calendr calon calonnau calonogol camel camera camfa camlas camlesi campus camu caneuon canfod caniad canllaw
  canlyn canlyniad canmol cannwyll canolfan canolig canrif canslo cantores cantorion canwr capan capten carden
  cardigan cardota caredig cario carlam carnifal caroli carolwyr carped carreg cartref cartrefol caseg casgen
  casgliad casglu casglwr castan castell cath cathod cawl cawod cawodydd ceffyl ceffylau cefnder cefnfor cefnogi
  cefnogwr cegin ceidwad ceiliog ceirch ceirios ceirw celf celyn cenedl cenhinen cenllysg cennin ceramig cerbyd
  cerdd cerdded cerddor cerddorfa cerdyn cerfio cerflun cerrig cerrynt cert cesig cestyll chwalu chwarae chwaraewr
  chwarel chwareus chwarter chwe chwech chwedl chwedlau chwerthin chwiban chwilen chwilio chwim chwith chwyldro
  chwyn chwyrnu chwythu cicio cigfran cilfach cilgant ciosg clasurol clau clawdd clawr cleient clerc clir clirio
  cloch clochdy clocsiau clocwedd clod cloddio clogwyn clorian cludiant cludo clust clustog clwb clwyd clychau
  clymog clymu clywed cneuen cnwd coban coblyn cocos codi codiad coed coeden coedwig coetir cofeb coffr cofnodi
  cofrestr coginio coler colled colofn colofnau colomen coluro comedau comedi comin comisiwn copa copio corau corawl
  corgi coridor corn cornel coroni coronog cortyn corwynt costau costio cotiau crac cragen creadigol creadur crefft
  crefftau crefftus crefftwr cregyn creigiau crempog creu cribau cribin cribo criced criw crochan crocodeil croen
  croesair croesawu croesi cronfa cropian crwban crwn crwydro crwydryn crych crydd cryf cryfder crynhoi crynodeb
  crynu cuddfan cudyll culfor curiad curiadau curlaw cwcw cwestiwn cwilt cwlwm cwmni cwmpas cwmpawd cwmwl cwningen
  cwningod cwpanau cwpwrdd cwrel cwrtais cwsmer cychod cychwr cychwyn cydio cydnabod cydradd cydwybod cyfagos
  cyfaill cyfan cyfandir cyfarch cyfarfod cyfarwydd cyfeilio cyfeiriad cyfenw cyffordd cyffredin cyffro cyffrous
  cyflawni cyflenwi cyflog cyflwr cyflwyno cyflym cyfnewid cyfnither cyfnod cyfoes cyfoeth cyfrannu cyfrifo cyfrol
  cyfrwng cyfrwy cyfuno cyfyngu cyhoeddi cyhoeddus cyhydedd cylch cylchdro cylchoedd cyllell cyllid cymdogion
  cymeriad cymharu cymhleth cymoedd cymorth cymryd cymuned cymwynas cymydog cymylau cymysg cynaeafu cynefin cynfas
  cyngerdd cynghori cyngor cynhaeaf cynhesu cynigion cynildeb cynilo cynllun cynllunio cynnar cynnes cynnig cynnwys
  cynnydd cynnyrch cyntedd cyrchfan cyrens cyrraedd cysawd cysegr cysgodi cyson cysondeb cystadlu cystal cysur
  cysurus cysylltu cytbwys cytgan cytser cytundeb cywair cywasgu cywiro cywydd dadmer daear dafad dalen danfon
  dangos dant darganfod darlith darlledu darllen darlun darn darogan darpar datblygu datgan dathliad dathlu dawnsio
  dawnus deall deallus dechrau deddf deffro degawd degfed deheuol deial deilen deintydd delfryd delfrydol delwedd
  deniadol denu derbyn derbynneb derw derwen dethol deuddeg dewis dewr dewrder diadell dialog diamod dibyn dibynnu
  diddan diddorol diemwnt difyr difyrru digon digonedd digri digwydd dihareb dihuno dillad dilynol dilysu dinas
  dinasoedd dinesydd diod diogelu diolch diolchgar direidi direidus dirgel disg disgiau disglair disgrifio disgwyl
  disgybl disgyn distaw diwedd diweddar diwethaf diwrnod diwyd diwydiant doctor dodrefn doeth dofednod dofi dogfen
  dolenni dolffin dolur domino doniau doniol dosbarth draenog draig drama dramatig dresel dringo drum drws drychau
  drylliog drymiwr drysau dwbl dweud dwfn dwsin dwyfol dwylo dwyrain dyblu dychmygu dychwel dychwelyd dychymyg dydd
  dyddiad dyddiadur dyddlyfr dyfais dyfal dyfarnu dyfarnwr dyfeisio dyffryn dyfodol dyfrgi dyfrhau dyfroedd dyfynnu
  dylanwad dyled dylunio dylunydd dymuniad dymuno dyrchafu dyrnaid dyrys dysgedig dysgl dysgwr eang ebol ebost
  echdoe echel ecoleg economi edau edmygu efail efelychu effaith egino eglur eglwys egni egwyddor egwyl ehangu
  ehedeg ehedydd eiddew eiliad eiliadau eillio eilydd einioes eira eiraog eirin eirinen eisiau eistedd eithaf
  eithriad elastig electron eleni elfen eliffant elusen emosiwn emrallt emyn emynau enfawr enfys enillydd ennill
  enwau enwi enwog erchwyn erthygl eryr eryrod esblygu esbonio esgid esgidiau esgus esmwyth estyn estyniad etholiad
  etifedd eurych ewin ewinedd ewro ewyllys ewythr fanila feiolin fersiwn festri ffactor ffatri ffawydd ffedog
  ffenest ffens fferi fferins ffermdy ffermio ffermwr ffermydd ffesant ffidil ffigur ffigys ffilm ffilmio ffin
  ffiniau ffiseg fflach fflachio fflam fflamau ffliwt fflworid ffolder ffonio fforc fforchio ffordd fforest fforwm
  ffos ffosil ffowndri ffraeth fframio ffres ffrind ffrindiau ffrog ffrwd ffrwyth ffrwythau ffrydio ffurf ffurfio
  ffurflen ffwdan ffwlbart ffwng ffwrn ffydd ffyddlon ffyniant ffynnon ffynnu ficer fideo finegr fiola fitamin
  gadael gafr galaeth gallu galw galwad galwyn gardd garddio garddwr garej garlant garlleg garwhau geirfa geiriadur
  geiriau gellyg gemau gerddi gerllaw glanhau glanio glaswellt glawog glendid glesni glin gloyw glud gludio glynu
  gobaith gobeithio gobennydd godidog godro gofal gofalus gofod gofodwr gofyn gogledd golau golchi goleudy goleuni
  goleuo golff gollwng golwg golygfa golygu gonest gorchudd gorffen gorffwys gorila gorllewin gorsaf gorsedd gorwel
  gostwng gradd graddio graff grawn grawnwin grid grisial grug grwpiau grym grymus gwacter gwaelod gwahanol gwahodd
  gwaith gwall gwanwyn gwarant gwared gwartheg gwasgod gwastad gwastraff gwau gwawr gwddf gweddill gweddol gwefan
  gwefru gweiddi gweithdy gweithgar gweithio gweithiwr gweithred gwella gwelliant gwelw gwenith gwennol gwenu gwenyn
  gwerin gwersi gwersyll gwerthu gwestai gwesty gwib gwibio gwichian gwisgo gwiwer gwlad gwladol gwlanen gwledd
  gwledig gwneud gwobr gwobrau gwraidd gwrando gwregys gwres gwresogi gwrtaith gwrych gwthio gwybed gwydr gwydrau
  gwyfyn gwylan gwyliau gwylio gwyliwr gwyllt gwymon gwynfyd gwyntog gwyrdd gwyrth gwyrthiol gyrfa gyrru gyrrwr
  haearn haeddu haelioni haen hafan haid haint halio hallt hambwrdd hamdden hanesydd hanesyn hanner hapus harbwr
  harddwch harmoni harnais haul hawliau heddiw heddwch hedfan hediad heibio heini helfa heliwr helmed helpu helyg
  heno heol herio hesg heulog heulwen hidlo hidlydd hinsawdd hiraeth hiwmor hoci hoelen hoelion hoff hoffus hofran
  holiadur holl holwr hosan hosanau hudol hufen hufenfa hufennog hwyaden hwyaid hwyl hwyluso hybu hyddysg hyder
  hyderus hydoddi hydref hyfedr hyfforddi hyfryd hylif hylifau hynafol hynod hyrddod hyrwyddo hysbys hysbyseb iach
  iachus iaith iard iawn idiom iechyd ieir ieithoedd ieuenctid incwm iogwrt iorwg isafon ithfaen jeli jygiau jyngl
  label labordy lafant lamplen lansio lapio larwm lawnt lefel lein lemon lemonau lens letys libart lifft lindys
  litrau llach llachar llaeth llafar llafn llais llall llamu llanast llanw llarwydd llathen llawen llawenydd
  llawlyfr llechen llechi llecyn lleddfu lledr llefaru llefrith lleihau lleisiau llen llenni llenor lleoedd lleol
  lleoliad llestr llethr lletya lleuad llewes llewod llewyrch lliain llifo llifogydd llinell llinyn llithren llithro
  lliw lliwgar lliwiau lliwio lloches llofft llofnod llogi llong lloriau lludw lluniaeth lluniau llunio lluosi
  lluosog llus llusern lluwch llwy llwyaid llwyau llwybr llwybrau llwyddo llwydni llwyfan llwynog llwyth llydan
  llyffant llyfr llyfrau llyfrgell llyfryn llygad llygoden llym llymaid llynges llynnoedd llysiau llysieuol llythyr
  llythyrau llythyren llywydd lolfa lolipop lori lwcus lwmp machlud madarch maddau maes maethlon magl magnet maip
  malwen malws manion mantais mantell mantol manwl mapiau marchnad marchog marcio margarin marmor marsial masnach
  mast materion mathau mawredd medal meddwl meddyg meddygol medr medrus mefus megis meinciau meistr meistroli melin
  melinau melodi melys melysion menig menter mentro menyn merlen mesur mesurydd metel methu mewndir milfeddyg miliwn
  milltir miniog mintai mintys misoedd miwsig modd moddion modern modfedd modrwy modur moethus molawd moliant
  mordaith morfa morfil morgais morgrug morlin morlo moroedd morwr mosaig mudiad munud muriau mwdlyd mwgwd mwnci
  mwsogl mwstard mwyafrif mwyar mwydyn mwyn mwynau myfyrio myfyriwr mymryn mynach mynd mynediad mynegai mynnu mynydd
  mynyddig natur naturiol nawdd nawr neges negeseuon neidio neidr nenfwd nesaf nesu neuadd newid newydd newyddion
  nifer nionod nith noddfa nodiadau nodwedd nodyn nofel nofelau nofelydd nofio nofiwr noson nwyddau nyddu nyrs
  nyrsio nythu ochr ochrau octopws oddeutu odli oedfa oedi oedolyn oerfel oergell ofer offeryn ogof ogofau olaf olew
  olrhain olwyn olwynion ongl opera oren orendy organ oriadur oriau oriawr oriel orielau oriog osgoi owns pabell
  pabi padlo paent paentio palas palmant palu pamffled panel pannas papur papurau paratoi parau parc parchus parciau
  parlwr parod parsel parti partner pasta patio patrwm patrymau paun pawen pawennau pecyn pecynnau pedair pedol
  pedwar pedwerydd peilot peint peintio peiriant pelenni pellter penbleth pencampwr pendant pendil penelin pengwin
  penillion pennaeth pennawd pennod penodi pensaer pentref pentwr pererin perffaith perl perlau perllan persawr
  persli person personol perswadio perthyn perthynas pesychu petal petrol pibonwy picil picnic pigo pinafal pinc
  pinwydd piser pistyll pitsa plaid planed plannu plannwr plastro platiau pleser pleserus plicio plisgyn pluen pluo
  plwg plygu plymio plymwr pobl poblogi pobydd pocedi polisi polyn pont pontio popty porffor porth porthladd
  portread posib poster potel powdr powlen praidd prawf pregeth prentis preswyl prif prifathro priffordd prifysgol
  prisiau problem proffil profi profiad prosiect protein pryd prydferth prydlon pryfed prynhawn prynwr prysur pumed
  pump pwdin pwll pwmpen pwrpas pwrs pwyllog pwynt pwyntio pwysau pwysig pwyso pwyth pwythau pydew pymtheg pyramid
  pysgod pysgodyn pysgota pysgotwr pythefnos raced radio ramp record reid rhadlon rhaeadr rhaff rhaffau rhagair
  rhaglen rhaglenni rhagor rhagorol rhan rhanbarth rhannu rhedyn rheiliau rheolau rheoli rheolwr rhesi rhesins
  rhestr rheswm rhesymau rhesymol rhewgell rhewlif rhewllyd rhiant rhidyll rhieni rhifau rhifo rhigol rhiniog
  rhinwedd rhisgl rhiw rhoddi rhoi rholio rhosod rhostio rhosyn rhuban rhubanau rhuthro rhwbio rhwydd rhwyf rhwyfwr
  rhwymo rhwymyn rhwystr rhych rhyd rhyddhau rhyddid rhydio rhyfedd rhyngrwyd rhythm ridens robin rownd rwber rwdins
  rygbi sachau saer saeth saethau safle safleoedd safonol sain salad sampl sanau sanctaidd saws sbectol sbectrwm
  sblash sbwng sebon sebra sedd seddau sefydlu sefyll sefyllfa seibiant seiclo seidin seiliau seithfed seler selog
  selsig senedd seren serennog sero sesiwn sgert sgil sgipio sglefrio sglodion sgorio sgript sgwrs sgwrsio sgwter
  siaced siarad siaradwr siarc siarter siawns sibrwd sicr sicrhau sidan siec siediau sieri siglen silff silffoedd
  silindr simnai sinema sinsir siocled sioe sioeau siopa siopwr sipian siriol siswrn siwgr siwmper siwrnai siwt
  siwtio smalio smotyn smwddio soddgrwth soeglyd sonata soniarus sosban sosej stabl stad stamp steil stem stemio
  stiwdio stop storfa storm straeon stryd strydoedd stumog sugno swigen swigod swnllyd swper swydd swyddfa swyddog
  swynol sychu sydyn sylfaen syllu sylw symbol syml symud symudiad symudol synhwyrol syniad syniadau synnwyr syrffio
  system syth tabled taclo taclus tacsi taenu tafarn tafelli taffi taflen taflu tafod tagfa talaith talcen talent
  tamaid tanio taniwr taran taranau tarddiad targed tariannau taro tarten tasg tasgau tatws tawelu tawelwch tawelwr
  tebot tebyg techneg technegol tegan teganau teiar teils teilwr teim teimlad teimladau teimlo teipio teisen teithio
  teledu telerau telynor telynores teml tempo tennis tenor terfyn terfynol testun teulu teuluoedd tirlun tirwedd
  tiwb tiwlip tiwna tiwtor tocyn tocynnau toddi toes toesen toiled tomato tomen tonfedd tonnau topiau torch torchau
  torf torheulo torlan torri tost traed traeth traethau traethawd traffig traffordd tramor tramwyo traw trawst tref
  trefnus treftad treial treiddio treiglad treiglo trenau trethi treulio triawd tribiwn tridiau trigain trigo
  trigolion triongl trist troedio troelli troi troliau trotian trowsus trwch trwchus trwm trwsio trwyadl trwydded
  trwytho trychfil trydan trydanwr trydydd trysor trysorau trysorydd tudalen turnio twmffat twnelau twnnel twrci
  twymo tyddyn tyfu tylluan tylwyth tymheredd tymhorau tymor tyner tyniant tyrau tywallt tywel tywod tywodlyd
  tywynnu tywys tywysog tywysoges uchaf uchder uchelder uchelgais ugain ugeiniau unawd undeb undebau undod uned
  unedau unig unigol unigryw union unol unplyg urdd urddas urddasol uwch uwchlaw winwns wyau wyneb wynebau wyres
  wystrys wythfed wythnos wythnosau wythnosol ychen ychwaneg ychydig yfed ymadael ymadrodd ymarfer ymateb ymbarel
  ymborth ymchwil ymchwilio ymddangos ymddeol ymddiried ymdrech ymennydd ymestyn ymgais ymgeisio ymgeisydd ymlacio
  ymlaen ymolchi ymrwymo ymsymud ymweld ymweliad ymwelydd ymwybod ymyl ymylon ynni ynys ynysig ynysoedd ysbaid
  ysbryd ysbyty ysgafn ysgall ysgogi ysgol ysgoldy ysgolion ysgolor ysgrif ysgrifen ysgubo ysgwyd ysgwyddau ystafell
  ystlum ystod ystumio ystwyth ystyr ystyried ystyrlon
`
  .trim()
  .split(/\s+/u);
