"""Countries' names in other languages, as CLDR has them: a table, since loading CLDR's languages takes a tenth of a second.

Each row has a country's code and its names in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Slovak, Swedish, Danish,
Norwegian, Finnish, Turkish, Romanian, Hungarian, Croatian, Greek, Ukrainian, Russian, Japanese, Chinese and Korean, as `countries.plain` writes
them. tests/reading/test_country_names.py holds the table against CLDR's and says how to make it anew.
"""

OTHER_THINGS = frozenset(
    (
        "andora|brasilia|columbia|congo|dania|dominique|grenade|granada|guadalupa|guadalupe|indie|man|maurice|"
        "norfolk|salvador|saint-martin|san martín|santa elena|santa helena|san bartolomé|são bartolomeu|são martinho|tunis|malte|fas|hora|san martino"
    ).split("|")
)
"""Names that some language has for a country, and that are better known as something else's: a town's, a person's, a word."""

_TABLE = """\
AD andorre|ανδόρα|андорра|アンドラ|安道尔|안도라
AE arabiemiirikunnat|birleşik arap emirlikleri|de forenede arabiske emirater|de forente arabiske emirater|egyesült arab emírségek|emirados árabes unidos|emiratele arabe unite|emirati arabi uniti|emiratos árabes unidos|förenade arabemiraten|spojené arabské emiráty|ujedinjeni arapski emirati|vereinigte arabische emirate|verenigde arabische emiraten|zjednoczone emiraty arabskie|émirats arabes unis|ηνωμένα αραβικά εμιράτα|оаэ|обʼєднані арабські емірати|アラブ首長国連邦|阿拉伯联合酋长国|아랍에미리트
AF afeganistão|afganistan|afganistán|afganisztán|afghánistán|αφγανιστάν|афганистан|афганістан|アフガニスタン|阿富汗|아프가니스탄
AG antigua a barbuda|antigua e barbuda|antigua en barbuda|antigua i barbuda|antigua ja barbuda|antigua och barbuda|antigua og barbuda|antigua und barbuda|antigua ve barbuda|antigua y barbuda|antigua és barbuda|antigua și barbuda|antigua-et-barbuda|antigva i barbuda|antígua e barbuda|αντίγκουα και μπαρμπούντα|антигуа и барбуда|антигуа і барбуда|アンティグア・バーブーダ|安提瓜和巴布达|앤티가 바부다
AI anguila|angvila|ανγκουίλα|ангилья|ангілья|アンギラ|安圭拉|앵귈라
AL albanie|albanien|albanija|albanië|albánia|albánie|albánsko|albânia|arnavutluk|αλβανία|албания|албанія|アルバニア|阿尔巴尼亚|알바니아
AM armenien|armenija|armenië|arménie|arménsko|armênia|ermenistan|örményország|αρμενία|армения|вірменія|アルメニア|亚美尼亚|아르메니아
AO αγκόλα|ангола|アンゴラ|安哥拉|앙골라
AQ antarctique|antarktida|antarktika|antarktis|antarktisz|antarktyda|antarktída|antartide|antártida|ανταρκτική|антарктида|антарктика|南极洲|南極|남극 대륙
AR argentiina|argentine|argentinien|argentinië|argentyna|argentína|arjantin|αργεντινή|аргентина|アルゼンチン|阿根廷|아르헨티나
AS americká samoa|amerikaans-samoa|amerikai szamoa|amerikan samoa|amerikan samoası|amerikanisch-samoa|amerikansk samoa|amerikanska samoa|američka samoa|samoa americana|samoa americane|samoa americană|samoa amerykańskie|samoa américaines|αμερικανική σαμόα|американское самоа|американське самоа|米領サモア|美属萨摩亚|아메리칸 사모아
AT austrija|ausztria|autriche|avusturya|itävalta|oostenrijk|rakousko|rakúsko|áustria|österreich|österrike|østerrike|østrig|αυστρία|австрия|австрія|オーストリア|奥地利|오스트리아
AU australie|australien|australija|australië|austrália|austrálie|ausztrália|avustralya|αυστραλία|австралия|австралія|オーストラリア|澳大利亚|오스트레일리아
AW αρούμπα|аруба|アルバ|阿鲁巴|아루바
AX ahvenanmaa|alandy|ilhas aland|insulele åland|islas aland|isole åland|wyspy alandzkie|åland|åland adaları|åland-szigetek|ålandinseln|ålandski otoci|ålandy|îles åland|νήσοι όλαντ|аландские о-ва|аландські острови|オーランド諸島|奥兰群岛|올란드 제도
AZ aserbaidschan|aserbajdsjan|azerbaidjan|azerbaidžan|azerbaigian|azerbaijão|azerbaiyán|azerbajdzjan|azerbajdzsán|azerbajdžan|azerbaycan|azerbaïdjan|azerbeidzjan|azerbejdżan|ázerbájdžán|αζερμπαϊτζάν|азербайджан|アゼルバイジャン|阿塞拜疆|아제르바이잔
BA bosna a hercegovina|bosna i hercegovina|bosna-hersek|bosnia ed erzegovina|bosnia ja hertsegovina|bosnia y herzegovina|bosnia și herțegovina|bosnia-hercegovina|bosnie-herzégovine|bosnien och hercegovina|bosnien und herzegowina|bosnien-hercegovina|bosnië en herzegovina|bosznia-hercegovina|bośnia i hercegowina|bósnia e herzegovina|βοσνία - ερζεγοβίνη|босния и герцеговина|боснія і герцеговина|ボスニア・ヘルツェゴビナ|波斯尼亚和黑塞哥维那|보스니아 헤르체고비나
BB barbade|μπαρμπέιντοσ|барбадос|バルバドス|巴巴多斯|바베이도스
BD banglades|bangladesch|bangladesz|bangladeş|bangladeš|bangladés|bangladéš|μπανγκλαντέσ|бангладеш|バングラデシュ|孟加拉国|방글라데시
BE belgia|belgicko|belgie|belgien|belgija|belgio|belgique|belgië|belçika|bélgica|βέλγιο|бельгия|бельгія|ベルギー|比利时|벨기에
BF burquina faso|μπουρκίνα φάσο|буркина-фасо|буркіна-фасо|ブルキナファソ|布基纳法索|부르키나파소
BG bugarska|bulgarie|bulgarien|bulgarije|bulgaristan|bulgária|bulharsko|bułgaria|βουλγαρία|болгария|болгарія|ブルガリア|保加利亚|불가리아
BH bahrajn|bahrein|bahreyn|bahreïn|barein|baréin|μπαχρέιν|бахрейн|バーレーン|巴林|바레인
BI μπουρούντι|бурунди|бурунді|ブルンジ|布隆迪|부룬디
BJ benín|bénin|μπενίν|бенин|бенін|ベナン|贝宁|베냉
BL s:t barthélemy|saint barthelemy|saint barthélemy|saint-barthélemy|svatý bartoloměj|svätý bartolomej|άγιοσ βαρθολομαίοσ|сен-бартелеми|сен-бартелемі|サン・バルテルミー|圣巴泰勒米|생바르텔레미
BM bermudas|bermudes|bermudi|bermudy|βερμούδεσ|бермудские о-ва|бермудські острови|バミューダ|百慕大|버뮤다
BN brunei darussalam|brunej|brunéi|μπρουνέι|бруней|ブルネイ|文莱|브루나이
BO bolivie|bolivien|bolivija|bolivya|boliwia|bolívia|bolívie|βολιβία|боливия|болівія|ボリビア|玻利维亚|볼리비아
BQ caraibi olandesi|caribe neerlandés|caribisch nederland|de tidligere nederlandske antiller|holland karib-térség|insulele caraibe olandeze|karayip hollandası|karibian alankomaat|karibische niederlande|karibisk nederland|karibiska nederländerna|karibské holandsko|karibské nizozemsko|karipski otoci nizozemske|niderlandy karaibskie|pays-bas caribéens|países baixos caribenhos|ολλανδία καραϊβικήσ|бонэйр, синт-эстатиус и саба|карибські нідерланди|オランダ領カリブ|荷属加勒比区|네덜란드령 카리브
BR brasil|brasile|brasilien|brazilia|brazilië|brazylia|brazília|brazílie|brezilya|brésil|βραζιλία|бразилия|бразилія|ブラジル|巴西|브라질
BS bahama|bahama's|bahama-szigetek|bahamalar|bahami|bahamy|μπαχάμεσ|багамські острови|багамы|バハマ|巴哈马|바하마
BT bhoutan|bhután|bhútán|butan|bután|butão|μπουτάν|бутан|ブータン|不丹|부탄
BV bouvet adası|bouvet'nsaari|bouvet-sziget|bouveteiland|bouvetinsel|bouvetov ostrov|bouvetön|bouvetøen|bouvetøya|bouvetův ostrov|ilha bouvet|insula bouvet|isla bouvet|isola bouvet|otok bouvet|wyspa bouveta|île bouvet|νήσοσ μπουβέ|о-в буве|острів буве|ブーベ島|布韦岛|부베섬
BW bocvana|botsuana|botsvana|μποτσουάνα|ботсвана|ボツワナ|博茨瓦纳|보츠와나
BY belarusz|białoruś|bielorrusia|bielorrússia|bielorusko|bielorussia|biélorussie|bjelorusija|bělorusko|valko-venäjä|λευκορωσία|беларусь|білорусь|ベラルーシ|白俄罗斯|벨라루스
BZ belice|μπελίζ|белиз|беліз|ベリーズ|伯利兹|벨리즈
CA canadá|kanada|καναδάσ|канада|カナダ|加拿大|캐나다
CC cocos (keeling) adaları|cocoseilanden|cocosøerne|ilhas cocos (keeling)|insulele cocos (keeling)|islas cocos|isole cocos (keeling)|kokosinseln|kokosovi (keelingovi) otoci|kokosové ostrovy|kokosöarna|kokosøyene|kookossaaret (keelingsaaret)|kókusz (keeling)-szigetek|wyspy kokosowe|îles cocos|νήσοι κόκοσ (κίλινγκ)|кокосовые о-ва|кокосові (кілінг) острови|ココス(キーリング)諸島|科科斯（基林）群岛|코코스 제도
CD congo-kinshasa|demokratyczna republika konga|kongo - kinshasa|kongo - kinşasa|kongo – kinshasa|kongo-kinshasa|kongon demokraattinen tasavalta|kongó – kinshasa|konžská demokratická republika|república democrática del congo|κονγκό - κινσάσα|конго - киншаса|конго – кіншаса|コンゴ民主共和国(キンシャサ)|刚果（金）|콩고-킨샤사
CF centraal-afrikaanse republiek|centralafrikanska republiken|den centralafrikanske republik|den sentralafrikanske republikk|keski-afrikan tasavalta|közép-afrikai köztársaság|orta afrika cumhuriyeti|repubblica centrafricana|republica centrafricană|republika środkowoafrykańska|república centro-africana|república centroafricana|république centrafricaine|srednjoafrička republika|stredoafrická republika|středoafrická republika|zentralafrikanische republik|κεντροαφρικανική δημοκρατία|центрально-африканская республика|центральноафриканська республіка|中央アフリカ共和国|中非共和国|중앙 아프리카 공화국
CG congo-brazzaville|kongo - brazavil|kongo - brazzaville|kongo – brazzaville|kongo-brazzaville|kongon tasavalta|kongó – brazzaville|konžská republika|república do congo|κονγκό - μπραζαβίλ|конго - браззавиль|конго – браззавіль|コンゴ共和国(ブラザビル)|刚果（布）|콩고-브라자빌
CH elveția|i̇sviçre|schweiz|suisse|suiza|suíça|sveits|sveitsi|svizzera|svájc|szwajcaria|zwitserland|švajčiarsko|švicarska|švýcarsko|ελβετία|швейцария|швейцарія|スイス|瑞士|스위스
CI costa d'avorio|costa do marfim|elefántcsontpart|elfenbenskusten|elfenbenskysten|ivoorkust|norsunluurannikko|obala bjelokosti|pobrežie slonoviny|pobřeží slonoviny|ακτή ελεφαντοστού|кот-д'ивуар|кот-дʼівуар|コートジボワール|科特迪瓦|코트디부아르
CK cook adaları|cook-szigetek|cookeilanden|cookinsaaret|cookinseln|cookove ostrovy|cookovi otoci|cookovy ostrovy|cooköarna|cookøerne|cookøyene|ilhas cook|insulele cook|islas cook|isole cook|wyspy cooka|îles cook|νήσοι κουκ|о-ва кука|острови кука|クック諸島|库克群岛|쿡 제도
CL chili|cile|čile|şili|χιλή|чили|чилі|チリ|智利|칠레
CM camarões|cameroun|camerun|camerún|kameroen|kamerun|καμερούν|камерун|カメルーン|喀麦隆|카메룬
CN chine|chiny|cina|kiina|kina|kína|çin|čína|κίνα|китай|中国|중국
CO colombie|colômbia|kolombiya|kolumbia|kolumbie|kolumbien|kolumbija|κολομβία|колумбия|колумбія|コロンビア|哥伦比亚|콜롬비아
CR kosta rika|kostarika|kostaryka|κόστα ρίκα|коста-рика|コスタリカ|哥斯达黎加|코스타리카
CU kuba|kuuba|küba|κούβα|куба|キューバ|古巴|쿠바
CV cabo verde|cap-vert|capo verde|capul verde|kaapverdië|kap verde|kapp verde|kapverdy|republika zielonego przylądka|zelenortska republika|zöld-foki köztársaság|πράσινο ακρωτήριο|кабо-верде|カーボベルデ|佛得角|카보베르데
CW curazao|κουρασάο|кюрасао|キュラソー|库拉索|퀴라소
CX božićni otok|christmas adası|christmaseiland|christmasøya|ilha christmas|insula christmas|isla de navidad|isola christmas|joulusaari|juleøen|julön|karácsony-sziget|vianočný ostrov|vánoční ostrov|weihnachtsinsel|wyspa bożego narodzenia|île christmas|νήσοσ των χριστουγέννων|о-в рождества|острів різдва|クリスマス島|圣诞岛|크리스마스섬
CY chipre|chypre|cipar|cipro|cipru|ciprus|cypern|cypr|kypr|kypros|kıbrıs|zypern|κύπροσ|кипр|кіпр|キプロス|塞浦路斯|키프로스
CZ cechia|cehia|chequia|csehország|czechy|tchéquia|tchéquie|tjeckien|tjekkiet|tschechien|tsjechië|tsjekkia|tšekki|çekya|česko|češka|τσεχία|чехия|чехія|チェコ|捷克|체코
DE alemanha|alemania|allemagne|almanya|deutschland|duitsland|germania|nemecko|niemcy|njemačka|németország|německo|saksa|tyskland|γερμανία|германия|німеччина|ドイツ|德国|독일
DJ cibuti|djibuti|dschibuti|dzsibuti|dżibuti|džibuti|džibutsko|gibuti|yibuti|τζιμπουτί|джибути|джибуті|ジブチ|吉布提|지부티
DK danemarca|danemark|danimarca|danimarka|danmark|danska|denemarken|dinamarca|dánia|dánsko|dänemark|tanska|δανία|дания|данія|デンマーク|丹麦|덴마크
DM dominika|ντομίνικα|доминика|домініка|ドミニカ国|多米尼克|도미니카
DO den dominikanske republik|den dominikanske republikk|dominicaanse republiek|dominik cumhuriyeti|dominikaaninen tasavalta|dominikai köztársaság|dominikana|dominikanische republik|dominikanska republika|dominikanska republiken|dominikánska republika|dominikánská republika|repubblica dominicana|republica dominicană|república dominicana|république dominicaine|δομινικανή δημοκρατία|доминиканская республика|домініканська республіка|ドミニカ共和国|多米尼加共和国|도미니카 공화국
DZ algerie|algerien|algeriet|algerije|algieria|algéria|algérie|alžir|alžírsko|argelia|argélia|cezayir|αλγερία|алжир|アルジェリア|阿尔及利亚|알제리
EC ekvador|ekvádor|ekwador|equador|équateur|ισημερινόσ|еквадор|эквадор|エクアドル|厄瓜多尔|에콰도르
EE estland|estonie|estonija|estonsko|estonya|estónsko|estônia|viro|észtország|εσθονία|естонія|эстония|エストニア|爱沙尼亚|에스토니아
EG egipat|egipt|egipto|egito|egitto|egyiptom|egypte|egypten|egypti|mısır|ägypten|égypte|αίγυπτοσ|египет|єгипет|エジプト|埃及|이집트
EH batı sahra|länsi-sahara|nyugat-szahara|saara ocidental|sahara occidental|sahara occidentale|sahara occidentală|sahara zachodnia|sáhara occidental|vest-sahara|vestsahara|västsahara|westelijke sahara|westsahara|zapadna sahara|západná sahara|západní sahara|δυτική σαχάρα|западная сахара|західна сахара|西サハラ|西撒哈拉|서사하라
ER eritre|eritreea|eritreia|eritreja|erytrea|érythrée|ερυθραία|еритрея|эритрея|エリトリア|厄立特里亚|에리트리아
ES espagne|espanha|espanja|españa|hiszpania|i̇spanya|spagna|spania|spanien|spanje|spanyolország|španielsko|španjolska|španělsko|ισπανία|испания|іспанія|スペイン|西班牙|스페인
ET ethiopië|etiopia|etiopie|etiopien|etiopija|etiopía|etiyopya|etiópia|äthiopien|éthiopie|αιθιοπία|ефіопія|эфиопия|エチオピア|埃塞俄比亚|에티오피아
FI finlanda|finlande|finlandia|finlandiya|finlândia|finnland|finnország|finska|finsko|fínsko|suomi|φινλανδία|финляндия|фінляндія|フィンランド|芬兰|핀란드
FJ fidji|fidschi|fidzsi|fidżi|fidži|figi|fiyi|φίτζι|фиджи|фіджі|フィジー|斐济|피지
FK falkland adaları|falkland-szigetek|falklandeilanden|falklandinsaaret|falklandinseln|falklandski otoci|falklandské ostrovy|falklandsöarna|falklandsøerne|falklandsøyene|falklandy|ilhas malvinas|insulele falkland|islas malvinas|isole falkland|îles malouines|νήσοι φόκλαντ|фолклендские о-ва|фолклендські острови|フォークランド諸島|福克兰群岛|포클랜드 제도
FM micronezia|micronésia|micronésie|mikronesia|mikronesiaføderasjonen|mikronesien|mikronezija|mikronezja|mikronezya|mikronésie|mikronézia|μικρονησία|мікронезія|федеративные штаты микронезии|ミクロネシア連邦|密克罗尼西亚|미크로네시아
FO faerské ostrovy|faeröer|faroe adaları|feröer szigetek|färsaaret|färöarna|färöer|færøerne|færøyene|ilhas faroé|insulele feroe|islas feroe|isole fær øer|ovčji otoci|wyspy owcze|îles féroé|νήσοι φερόεσ|фарерские о-ва|фарерські острови|フェロー諸島|法罗群岛|페로 제도
FR francia|franciaország|francie|francja|francuska|francúzsko|frankreich|frankrig|frankrijk|frankrike|fransa|frança|franța|ranska|γαλλία|франция|франція|フランス|法国|프랑스
GA gabun|gabão|gabón|γκαμπόν|габон|ガボン|加蓬|가봉
GB birleşik krallık|egyesült királyság|iso-britannia|regatul unit|regno unito|reino unido|royaume-uni|spojené království|spojené kráľovstvo|storbritannia|storbritannien|ujedinjeno kraljevstvo|vereinigtes königreich|verenigd koninkrijk|wielka brytania|ηνωμένο βασίλειο|велика британія|великобритания|イギリス|英国|영국
GD γρενάδα|гренада|グレナダ|格林纳达|그레나다
GE georgien|georgië|gruzie|gruzija|gruzja|gruzínsko|grúzia|géorgie|gürcistan|γεωργία|грузия|грузія|ジョージア|格鲁吉亚|조지아
GF francia guyana|francouzská guyana|francuska gijana|francúzska guyana|frans-guyana|fransk guyana|franska guyana|fransız guyanası|französisch-guayana|guayana francesa|guiana francesa|gujana francuska|guyana francese|guyana franceză|guyane française|ranskan guayana|γαλλική γουιάνα|французская гвиана|французька гвіана|仏領ギアナ|法属圭亚那|프랑스령 기아나
GG guernesey|γκέρνζι|гернси|гернсі|ガーンジー|根西岛|건지
GH gana|ghána|γκάνα|гана|ガーナ|加纳|가나
GI cebelitarık|gibilterra|gibraltár|γιβραλτάρ|гибралтар|гібралтар|ジブラルタル|直布罗陀|지브롤터
GL grenland|grenlandia|groenland|groenlanda|groenlandia|groenlândia|grónsko|grönland|grönlanti|grønland|γροιλανδία|гренландия|гренландія|グリーンランド|格陵兰|그린란드
GM gambie|gambija|gambiya|gâmbia|γκάμπια|гамбия|гамбія|ガンビア|冈比亚|감비아
GN gine|guinee|guineea|guiné|guinée|gvineja|gwinea|γουινέα|гвинея|гвінея|ギニア|几内亚|기니
GP guadelupa|gwadelupa|γουαδελούπη|гваделупа|グアドループ|瓜德罗普|과들루프
GQ egyenlítői-guinea|ekvator ginesi|ekvatorial-guinea|ekvatorialguinea|ekvatorska gvineja|equatoriaal-guinea|guinea ecuatorial|guinea equatoriale|guineea ecuatorială|guiné equatorial|guinée équatoriale|gwinea równikowa|päiväntasaajan guinea|rovníková guinea|äquatorialguinea|ækvatorialguinea|ισημερινή γουινέα|екваторіальна гвінея|экваториальная гвинея|赤道ギニア|赤道几内亚|적도 기니
GR grecia|grecja|grekland|griechenland|griekenland|grækenland|grèce|grécia|grécko|grčka|görögország|hellas|kreikka|yunanistan|řecko|ελλάδα|греция|греція|ギリシャ|希腊|그리스
GS déli-georgia és déli-sandwich-szigetek|etelä-georgia ja eteläiset sandwichinsaaret|georgia de sud și insulele sandwich de sud|georgia del sud e sandwich australi|georgia południowa i sandwich południowy|géorgie du sud-et-les îles sandwich du sud|güney georgia ve güney sandwich adaları|ilhas geórgia do sul e sandwich do sul|islas georgia del sur y sandwich del sur|jižní georgie a jižní sandwichovy ostrovy|južna georgia i otoci južni sandwich|južná georgia a južné sandwichove ostrovy|south georgia og de sydlige sandwichøer|sydgeorgien och sydsandwichöarna|sør-georgia og sør-sandwichøyene|südgeorgien und die südlichen sandwichinseln|zuid-georgia en zuidelijke sandwicheilanden|νήσοι νότια γεωργία και νότιεσ σάντουιτσ|південна джорджія та південні сандвічеві острови|южная георгия и южные сандвичевы о-ва|サウスジョージア・サウスサンドウィッチ諸島|南乔治亚和南桑威奇群岛|사우스조지아 사우스샌드위치 제도
GT gvatemala|gwatemala|γουατεμάλα|гватемала|グアテマラ|危地马拉|과테말라
GU γκουάμ|гуам|グアム|关岛|괌
GW bissau-guinea|gine-bissau|guinea-bisáu|guinee-bissau|guineea-bissau|guiné-bissau|guinée-bissau|gvineja bisau|gwinea bissau|γουινέα μπισάου|гвинея-бисау|гвінея-бісау|ギニアビサウ|几内亚比绍|기니비사우
GY guiana|gujana|gvajana|γουιάνα|гайана|гаяна|ガイアナ|圭亚那|가이아나
HK hong kong, rae da china|hongkong kkt|hongkong sar|hongkong sar kina|hongkong sar van china|hongkong – kiinan erityishallintoalue|hongkong – oao číny|hongkong – zao číny|pup hong kong kina|rae de hong kong (china)|ras chinoise de hong kong|ras di hong kong|ras hong kong, china|sar hongkong|sonderverwaltungsregion hongkong|sra hongkong (chiny)|çin hong kong öi̇b|χονγκ κονγκ εδπ κίνασ|гонконг (сар)|гонконг, оар китаю|中国香港特别行政区|中華人民共和国香港特別行政区|홍콩(중국 특별행정구)
HM heard adası ve mcdonald adaları|heard en mcdonaldeilanden|heard island og mcdonald islands|heard ja mcdonaldinsaaret|heard und mcdonaldinseln|heard- og mcdonaldøyene|heard-sziget és mcdonald-szigetek|heardov ostrov a macdonaldove ostrovy|heardön och mcdonaldöarna|heardův ostrov a mcdonaldovy ostrovy|ilhas heard e mcdonald|insula heard și insulele mcdonald|islas heard y mcdonald|isole heard e mcdonald|otoci heard i mcdonald|wyspy heard i mcdonalda|îles heard-et-macdonald|νήσοι χερντ και μακντόναλντ|о-ва херд и макдональд|острови герд і макдоналд|ハード島・マクドナルド諸島|赫德岛和麦克唐纳群岛|허드 맥도널드 제도
HN ονδούρα|гондурас|ホンジュラス|洪都拉斯|온두라스
HR chorvatsko|chorvátsko|chorwacja|croacia|croatie|croazia|croația|croácia|horvátország|hrvatska|hırvatistan|kroatia|kroatien|kroatië|κροατία|хорватия|хорватія|クロアチア|克罗地亚|크로아티아
HT haití|haïti|αϊτή|гаити|гаїті|ハイチ|海地|아이티
HU hongarije|hongrie|hungria|hungría|macaristan|magyarország|maďarsko|mađarska|ungaria|ungarn|ungern|ungheria|unkari|węgry|ουγγαρία|венгрия|угорщина|ハンガリー|匈牙利|헝가리
ID endonezya|indonesien|indonesië|indonezia|indonezija|indonezja|indonésia|indonésie|indonézia|ινδονησία|индонезия|індонезія|インドネシア|印度尼西亚|인도네시아
IE ierland|irland|irlanda|irlande|irlandia|irlanti|irska|irsko|i̇rlanda|írország|írsko|ιρλανδία|ирландия|ірландія|アイルランド|爱尔兰|아일랜드
IL israele|israël|izrael|i̇srail|ισραήλ|израиль|ізраїль|イスラエル|以色列|이스라엘
IM ilha de man|insula man|isla de man|isola di man|man adası|man-sziget|mansaari|ostrov man|otok man|wyspa man|île de man|νήσοσ του μαν|о-в мэн|острів мен|マン島|马恩岛|맨섬
IN hindistan|inde|indien|indija|intia|índia|ινδία|индия|індія|インド|印度|인도
IO brit indiai-óceáni terület|britanski indijskooceanski teritorij|britanya hint okyanusu toprakları|britisches territorium im indischen ozean|brits indische oceaanterritorium|britské indickooceánske územie|britské indickooceánské území|brittiläinen intian valtameren alue|brittiska territoriet i indiska oceanen|brytyjskie terytorium oceanu indyjskiego|det britiske territoriet i indiahavet|det britiske territorium i det indiske ocean|teritoriul britanic din oceanul indian|territoire britannique de l'océan indien|territorio britannico dell'oceano indiano|territorio británico del océano índico|território britânico do oceano índico|βρετανικά εδάφη ινδικού ωκεανού|британская территория в индийском океане|британська територія в індійському океані|英属印度洋领地|英領インド洋地域|영국령 인도양 지역
IQ irak|iraque|irák|ιράκ|ирак|ірак|イラク|伊拉克|이라크
IR irán|irã|i̇ran|írán|ιράν|иран|іран|イラン|伊朗|이란
IS ijsland|island|islanda|islande|islandia|islanti|islândia|izland|i̇zlanda|ισλανδία|исландия|ісландія|アイスランド|冰岛|아이슬란드
IT italia|italie|italien|italija|italië|itália|itálie|i̇talya|olaszország|taliansko|włochy|ιταλία|италия|італія|イタリア|意大利|이탈리아
JE τζέρζι|джерси|джерсі|ジャージー|泽西岛|저지
JM giamaica|jamaika|jamajka|jamaïque|τζαμάικα|ямайка|ジャマイカ|牙买加|자메이카
JO giordania|iordania|jordania|jordanie|jordanien|jordanië|jordánia|jordánsko|jordânia|ürdün|ιορδανία|иордания|йорданія|ヨルダン|约旦|요르단
JP giappone|japani|japon|japonia|japonsko|japonya|japán|japão|japón|ιαπωνία|япония|японія|日本|일본
KE kenia|kenija|keňa|quênia|κένυα|кения|кенія|ケニア|肯尼亚|케냐
KG kirghizistan|kirghizstan|kirgisia|kirgisistan|kirgistan|kirgizistan|kirgizisztán|kirgizië|kirgizsko|kirguistán|kyrgyzstán|kârgâzstan|kırgızistan|quirguistão|κιργιστάν|киргизия|киргизстан|キルギス|吉尔吉斯斯坦|키르기스스탄
KH cambodge|cambodgia|cambodja|cambogia|camboja|camboya|kambodja|kambodscha|kambodsja|kambodzsa|kambodża|kambodža|kamboçya|καμπότζη|камбоджа|カンボジア|柬埔寨|캄보디아
KI quiribati|κιριμπάτι|кирибати|кірибаті|キリバス|基里巴斯|키리바시
KM comoras|comore|comore-szigetek|comoren|comorerne|comores|komoren|komorene|komorerna|komori|komorit|komorlar|komory|κομόρεσ|комори|коморы|コモロ|科摩罗|코모로
KN s:t kitts och nevis|saint kitts e nevis|saint kitts en nevis|saint kitts i nevis|saint kitts ja nevis|saint kitts og nevis|saint kitts ve nevis|saint kitts és nevis|saint kitts și nevis|saint-christophe-et-niévès|san cristóbal y nieves|st kitts und nevis|svatý kryštof a nevis|sveti kristofor i nevis|svätý krištof a nevis|são cristóvão e névis|σεν κιτσ και νέβισ|сент-китс и невис|сент-кітс і невіс|セントクリストファー・ネーヴィス|圣基茨和尼维斯|세인트키츠 네비스
KP corea del nord|corea del norte|coreea de nord|coreia do norte|corée du nord|korea północna|kuzey kore|noord-korea|nord-korea|nordkorea|pohjois-korea|severná kórea|severní korea|sjeverna koreja|észak-korea|βόρεια κορέα|кндр|північна корея|北朝鮮|朝鲜|북한
KR corea del sud|corea del sur|coreea de sud|coreia do sul|corée du sud|dél-korea|etelä-korea|güney kore|jižní korea|južna koreja|južná kórea|korea południowa|sydkorea|sør-korea|südkorea|zuid-korea|νότια κορέα|південна корея|республика корея|韓国|韩国|대한민국
KW koeweit|koweït|kuvait|kuvajt|kuveyt|kuweit|kuwejt|κουβέιτ|кувейт|クウェート|科威特|쿠웨이트
KY cayman adaları|caymansaaret|caymanöarna|caymanøerne|caymanøyene|ilhas cayman|insulele cayman|islas caimán|isole cayman|kaaimaneilanden|kaimaninseln|kajmanie ostrovy|kajmanski otoci|kajmanské ostrovy|kajmany|kajmán-szigetek|îles caïmans|νήσοι κέιμαν|кайманові острови|о-ва кайман|ケイマン諸島|开曼群岛|케이맨 제도
KZ cazaquistão|kasachstan|kasakhstan|kazachstan|kazachstán|kazahstan|kazahsztán|kazajistán|kazakistan|kazakstan|καζακστάν|казахстан|カザフスタン|哈萨克斯坦|카자흐스탄
LA laosz|λάοσ|лаос|ラオス|老挝|라오스
LB liban|libano|libanon|líbano|lübnan|λίβανοσ|ливан|ліван|レバノン|黎巴嫩|레바논
LC s:t lucia|saint lucia|sainte-lucie|santa lucía|santa lúcia|sfânta lucia|svatá lucie|sveta lucija|svätá lucia|αγία λουκία|сент-люсия|сент-люсія|セントルシア|圣卢西亚|세인트루시아
LI lichtenštajnsko|lichtenštejnsko|lihtenštajn|λιχτενστάιν|лихтенштейн|ліхтенштейн|リヒテンシュタイン|列支敦士登|리히텐슈타인
LK srí lanka|šri lanka|σρι λάνκα|шри-ланка|шрі-ланка|スリランカ|斯里兰卡|스리랑카
LR liberija|liberya|libéria|libérie|λιβερία|либерия|ліберія|リベリア|利比里亚|라이베리아
LS lesoto|λεσότο|лесото|レソト|莱索托|레소토
LT liettua|litauen|litouwen|lituania|lituanie|lituânia|litva|litvanya|litvánia|litwa|λιθουανία|литва|リトアニア|立陶宛|리투아니아
LU lucembursko|luksemburg|lussemburgo|luxemburg|luxemburgo|luxembursko|lüksemburg|λουξεμβούργο|люксембург|ルクセンブルク|卢森堡|룩셈부르크
LV latvija|letland|letonia|letonya|lettland|lettonia|lettonie|lettország|letônia|lotyšsko|łotwa|λετονία|латвия|латвія|ラトビア|拉脱维亚|라트비아
LY libia|libija|libië|libye|libyen|líbia|líbya|λιβύη|ливия|лівія|リビア|利比亚|리비아
MA maroc|marocco|marocko|marokko|marokkó|maroko|marrocos|marruecos|μαρόκο|марокко|モロッコ|摩洛哥|모로코
MC monako|mónaco|mônaco|μονακό|монако|モナコ|摩纳哥|모나코
MD moldavia|moldavie|moldavien|moldavija|moldavië|moldavsko|moldávia|mołdawia|republica moldova|republik moldau|μολδαβία|молдова|モルドバ|摩尔多瓦|몰도바
ME crna gora|czarnogóra|karadağ|montenegró|monténégro|muntenegru|černá hora|čierna hora|μαυροβούνιο|черногория|чорногорія|モンテネグロ|黑山|몬테네그로
MF saint martin|sfântul martin|svatý martin (francie)|svätý martin (fr)|άγιοσ μαρτίνοσ (γαλλικό τμήμα)|сен-мартен|サン・マルタン|法属圣马丁|생마르탱
MG madagaskar|madagaszkár|μαδαγασκάρη|мадагаскар|マダガスカル|马达加斯加|마다가스카르
MH ilhas marshall|insulele marshall|islas marshall|isole marshall|marshall adaları|marshall-szigetek|marshalleilanden|marshallinsaaret|marshallinseln|marshallove ostrovy|marshallovy ostrovy|marshallöarna|marshalløerne|marshalløyene|maršalovi otoci|wyspy marshalla|îles marshall|νήσοι μάρσαλ|маршалловы о-ва|маршаллові острови|マーシャル諸島|马绍尔群岛|마셜 제도
MK kuzey makedonya|macedonia de nord|macedonia del nord|macedonia del norte|macedonia północna|macedônia do norte|macédoine du nord|noord-macedonië|nord-makedonia|nordmakedonien|nordmazedonien|pohjois-makedonia|severné macedónsko|severní makedonie|sjeverna makedonija|észak-macedónia|βόρεια μακεδονία|північна македонія|северная македония|北マケドニア|北马其顿|북마케도니아
ML μάλι|мали|малі|マリ|马里|말리
MM mianmar|mianmar (birmânia)|mjanma (birma)|mjanmar (burma)|mjanmarsko|myanmar|myanmar (barma)|myanmar (birma)|myanmar (birmania)|myanmar (birmanie)|μιανμάρ (βιρμανία)|мʼянма (бірма)|мьянма (бирма)|ミャンマー (ビルマ)|缅甸|미얀마
MN mongolei|mongolie|mongoliet|mongolija|mongolië|mongolsko|mongólia|moğolistan|μογγολία|монголия|монголія|モンゴル|蒙古|몽골
MO macao sar|macao sar kina|macao – kiinan erityishallintoalue|macao – oao číny|macao – zao číny|macau sar van china|macau, rae da china|makaó kkt|pup makao kina|rae de macao (china)|ras chinoise de macao|ras di macao|ras macao, china|sar macao|sonderverwaltungsregion macau|sra makau (chiny)|çin makao öi̇b|μακάο εδπ κίνασ|макао (сар)|макао, оар китаю|中国澳门特别行政区|中華人民共和国マカオ特別行政区|마카오(중국 특별행정구)
MP ilhas marianas do norte|insulele mariane de nord|islas marianas del norte|isole marianne settentrionali|kuzey mariana adaları|mariany północne|noordelijke marianen|nord-marianene|nordmarianerna|nordmarianerne|nördliche marianen|pohjois-mariaanit|severné mariány|severní mariany|sjevernomarijanski otoci|északi mariana-szigetek|îles mariannes du nord|νήσοι βόρειεσ μαριάνεσ|північні маріанські острови|северные марианские о-ва|北マリアナ諸島|北马里亚纳群岛|북마리아나제도
MQ martinica|martinik|martynika|μαρτινίκα|мартиника|мартиніка|マルティニーク|马提尼克|마르티니크
MR mauretania|mauretanien|mauretanija|mauritanie|mauritanië|mauritánia|mauritánie|mauritânia|moritanya|μαυριτανία|мавритания|мавританія|モーリタニア|毛里塔尼亚|모리타니
MS μονσεράτ|монтсеррат|モントセラト|蒙特塞拉特|몬트세라트
MT málta|μάλτα|мальта|マルタ|马耳他|몰타
MU mauricijus|mauricio|mauricius|maurício|maurícius|μαυρίκιοσ|маврикий|маврикій|モーリシャス|毛里求斯|모리셔스
MV maldivas|maldive|maldiven|maldivene|maldiverna|maldiverne|maldivi|maldivler|maldivy|maldív-szigetek|malediivit|malediven|maledivy|malediwy|μαλδίβεσ|мальдивы|мальдіви|モルディブ|马尔代夫|몰디브
MW malaui|malavi|μαλάουι|малави|малаві|マラウイ|马拉维|말라위
MX meksika|meksiko|meksyk|messico|mexic|mexiko|mexikó|mexique|méxico|μεξικό|мексика|メキシコ|墨西哥|멕시코
MY malaisie|malajsie|malajzia|malasia|maleisië|malesia|malezija|malezja|malezya|malásia|μαλαισία|малайзия|малайзія|マレーシア|马来西亚|말레이시아
MZ mosambik|mozambic|mozambico|mozambik|moçambique|μοζαμβίκη|мозамбик|мозамбік|モザンビーク|莫桑比克|모잠비크
NA namibie|namibija|namibië|namibya|namíbia|ναμίμπια|намибия|намібія|ナミビア|纳米比亚|나미비아
NC neukaledonien|nieuw-caledonië|noua caledonie|nouvelle-calédonie|nova caledônia|nova kaledonija|nová kaledonie|nová kaledónia|nowa kaledonia|nueva caledonia|nuova caledonia|ny kaledonien|ny-caledonia|nya kaledonien|uusi-kaledonia|yeni kaledonya|új-kaledónia|νέα καληδονία|нова каледонія|новая каледония|ニューカレドニア|新喀里多尼亚|뉴칼레도니아
NE nijer|níger|νίγηρασ|нигер|нігер|ニジェール|尼日尔|니제르
NF ilha norfolk|insula norfolk|isla norfolk|isola norfolk|norfolk adası|norfolk-sziget|norfolkinsaari|norfolkinsel|norfolkön|norfolkøya|otok norfolk|île norfolk|νήσοσ νόρφολκ|о-в норфолк|острів норфолк|ノーフォーク島|诺福克岛|노퍽섬
NG nigerija|nigéria|nigérie|nijerya|νιγηρία|нигерия|нігерія|ナイジェリア|尼日利亚|나이지리아
NI nicarágua|nikaragua|nikaragva|νικαράγουα|никарагуа|нікарагуа|ニカラグア|尼加拉瓜|니카라과
NL alankomaat|holandia|holandsko|hollanda|hollandia|nederland|nederlandene|nederländerna|niederlande|nizozemska|nizozemsko|paesi bassi|pays-bas|países baixos|países bajos|țările de jos|κάτω χώρεσ|нидерланды|нідерланди|オランダ|荷兰|네덜란드
NO noorwegen|norge|norja|norsko|noruega|norvegia|norveç|norveška|norvège|norvégia|norwegen|norwegia|nórsko|νορβηγία|норвегия|норвегія|ノルウェー|挪威|노르웨이
NP nepál|népal|νεπάλ|непал|ネパール|尼泊尔|네팔
NR ναουρού|науру|ナウル|瑙鲁|나우루
NU νιούε|ниуэ|ніуе|ニウエ|纽埃|니우에
NZ neuseeland|nieuw-zeeland|noua zeelandă|nouvelle-zélande|nova zelândia|novi zeland|nový zéland|nowa zelandia|nueva zelanda|nuova zelanda|nya zeeland|uusi-seelanti|yeni zelanda|új-zéland|νέα ζηλανδία|нова зеландія|новая зеландия|ニュージーランド|新西兰|뉴질랜드
OM omán|omã|umman|ομάν|оман|オマーン|阿曼|오만
PA panamá|παναμάσ|панама|パナマ|巴拿马|파나마
PE perù|perú|pérou|περού|перу|ペルー|秘鲁|페루
PF francia polinézia|francouzská polynésie|francuska polinezija|francúzska polynézia|frans-polynesië|fransk polynesia|fransk polynesien|franska polynesien|fransız polinezyası|französisch-polynesien|polinesia francesa|polinesia francese|polinezia franceză|polinezja francuska|polinésia francesa|polynésie française|ranskan polynesia|γαλλική πολυνησία|французская полинезия|французька полінезія|仏領ポリネシア|法属波利尼西亚|프랑스령 폴리네시아
PG papoea-nieuw-guinea|papouasie-nouvelle-guinée|papua nova gvineja|papua nuova guinea|papua ny guinea|papua ny-guinea|papua nya guinea|papua yeni gine|papua-neuguinea|papua-noua guinee|papua-nova guiné|papua-nová guinea|papua-nowa gwinea|papua-uusi-guinea|papúa nueva guinea|pápua új-guinea|παπούα νέα γουινέα|папуа — новая гвинея|папуа-нова гвінея|パプアニューギニア|巴布亚新几内亚|파푸아뉴기니
PH filipijnen|filipinas|filipine|filipini|filipinler|filipiny|filippiinit|filippine|filippinene|filippinerna|filippinerne|filipíny|fülöp-szigetek|philippinen|φιλιππίνεσ|филиппины|філіппіни|フィリピン|菲律宾|필리핀
PK pakistán|pakisztán|paquistão|pákistán|πακιστάν|пакистан|パキスタン|巴基斯坦|파키스탄
PL lengyelország|polen|poljska|pologne|polonia|polonya|polska|polsko|polônia|poľsko|puola|πολωνία|польша|польща|ポーランド|波兰|폴란드
PM s:t pierre och miquelon|saint pierre a miquelon|saint pierre og miquelon|saint pierre ve miquelon|saint-pierre a miquelon|saint-pierre e miquelon|saint-pierre en miquelon|saint-pierre i miquelon|saint-pierre ja miquelon|saint-pierre és miquelon|saint-pierre și miquelon|saint-pierre-et-miquelon|san pedro y miquelón|st pierre und miquelon|sveti petar i mikelon|são pedro e miquelão|σεν πιερ και μικελόν|сен-пʼєр і мікелон|сен-пьер и микелон|サンピエール島・ミクロン島|圣皮埃尔和密克隆群岛|생피에르 미클롱
PN ilhas pitcairn|insulele pitcairn|islas pitcairn|isole pitcairn|pitcairn|pitcairn adaları|pitcairn-szigetek|pitcairneilanden|pitcairninseln|pitcairnove ostrovy|pitcairnovi otoci|pitcairnovy ostrovy|pitcairnöarna|pitcairnøyene|îles pitcairn|νήσοι πίτκερν|о-ва питкэрн|острови піткерн|ピトケアン諸島|皮特凯恩群岛|핏케언 제도
PR porto rico|porto riko|portorico|portoriko|portoryko|πουέρτο ρίκο|пуерто-рико|пуэрто-рико|プエルトリコ|波多黎各|푸에르토리코
PS de palæstinensiske områder|det palestinske området|filistin bölgeleri|palestiinalaisalue|palestijnse gebieden|palestinska territorierna|palestinsko područje|palestinská území|palestínske územia|palesztin autonómia|palästinensische autonomiegebiete|teritoriile palestiniene|territoires palestiniens|territori palestinesi|territorios palestinos|territórios palestinos|terytoria palestyńskie|παλαιστινιακά εδάφη|палестинские территории|палестинські території|パレスチナ自治区|巴勒斯坦领土|팔레스타인 지구
PT portekiz|portogallo|portugali|portugalia|portugalsko|portugália|πορτογαλία|португалия|португалія|ポルトガル|葡萄牙|포르투갈
PW palaos|παλάου|палау|パラオ|帕劳|팔라우
PY paraguai|paraguaj|paragvaj|paragwaj|παραγουάη|парагвай|パラグアイ|巴拉圭|파라과이
QA catar|katar|κατάρ|катар|カタール|卡塔尔|카타르
RE la réunion|reunion|reunião|reunión|riunione|ρεϊνιόν|реюньйон|реюньон|レユニオン|留尼汪|레위니옹
RO roemenië|romanya|románia|românia|romênia|roumanie|rumanía|rumunia|rumunjska|rumunsko|rumänien|rumænien|ρουμανία|румунія|румыния|ルーマニア|罗马尼亚|루마니아
RS serbie|serbien|servië|srbija|srbsko|szerbia|sérvia|sırbistan|σερβία|сербия|сербія|セルビア|塞尔维亚|세르비아
RU oroszország|rosja|rusia|rusija|rusko|rusland|russie|russland|rusya|ryssland|rússia|venäjä|ρωσία|россия|росія|ロシア|俄罗斯|러시아
RW ruanda|ρουάντα|руанда|ルワンダ|卢旺达|르완다
SA arabia saudita|arabia saudită|arabia saudyjska|arabia saudí|arabie saoudite|arábia saudita|saoedi-arabië|saudi-arabia|saudi-arabien|saudiarabien|saudijska arabija|saudská arábia|saúdská arábie|suudi arabistan|szaúd-arábia|σαουδική αραβία|саудовская аравия|саудівська аравія|サウジアラビア|沙特阿拉伯|사우디아라비아
SB ilhas salomão|insulele solomon|islas salomón|isole salomone|salamon-szigetek|salomonen|salomonovi otoci|salomonsaaret|salomonseilanden|salomonöarna|salomonøerne|salomonøyene|solomon adaları|wyspy salomona|îles salomon|šalamounovy ostrovy|šalamúnove ostrovy|νήσοι σολομώντοσ|соломоновы о-ва|соломонові острови|ソロモン諸島|所罗门群岛|솔로몬 제도
SC seicheles|sejšeli|seszele|seychelle-szigetek|seychellen|seychellene|seychellerna|seychellerne|seychellit|seychely|seyşeller|σεϋχέλλεσ|сейшельские о-ва|сейшельські острови|セーシェル|塞舌尔|세이셸
SD soedan|soudan|sudán|sudão|szudán|súdán|σουδάν|судан|スーダン|苏丹|수단
SE i̇sveç|ruotsi|schweden|suecia|suedia|suède|suécia|sverige|svezia|svédország|szwecja|zweden|švedska|švédsko|σουηδία|швеция|швеція|スウェーデン|瑞典|스웨덴
SG singapour|singapur|singapura|szingapúr|σιγκαπούρη|сингапур|сінгапур|シンガポール|新加坡|싱가포르
SH s:t helena|saint helena|sainte-hélène|sant'elena|sfânta elena|sint-helena|svatá helena|sveta helena|svätá helena|szent ilona|wyspa świętej heleny|αγία ελένη|о-в св елены|острів святої єлени|セントヘレナ|圣赫勒拿|세인트헬레나
SI eslovenia|eslovênia|slovenien|slovenija|slovenië|slovenya|slovinsko|slovénie|slowenien|szlovénia|słowenia|σλοβενία|словения|словенія|スロベニア|斯洛文尼亚|슬로베니아
SJ huippuvuoret ja jan mayen|spitsbergen en jan mayen|spitzbergen und jan mayen|svalbard a jan mayen|svalbard e jan mayen|svalbard et jan mayen|svalbard i jan mayen|svalbard och jan mayen|svalbard og jan mayen|svalbard ve jan mayen|svalbard y jan mayen|svalbard és jan mayen|svalbard și jan mayen|špicberky a jan mayen|σβάλμπαρντ και γιαν μαγιέν|шпицберген и ян-майен|шпіцберген та ян-маєн|スバールバル諸島・ヤンマイエン島|斯瓦尔巴和扬马延|스발바르제도-얀마웬섬
SK eslovaquia|eslováquia|slovacchia|slovacia|slovakien|slovakiet|slovakya|slovaquie|slovačka|slovensko|slowakei|slowakije|szlovákia|słowacja|σλοβακία|словакия|словаччина|スロバキア|斯洛伐克|슬로바키아
SL serra leoa|sierra leona|sijera leone|σιέρα λεόνε|сьерра-леоне|сьєрра-леоне|シエラレオネ|塞拉利昂|시에라리온
SM saint-marin|san maríno|άγιοσ μαρίνοσ|сан-марино|サンマリノ|圣马力诺|산마리노
SN szenegál|sénégal|σενεγάλη|сенегал|セネガル|塞内加尔|세네갈
SO somali|somalie|somalija|somalië|somália|somálsko|szomália|σομαλία|сомали|сомалі|ソマリア|索马里|소말리아
SR surinam|σουρινάμ|суринам|スリナム|苏里南|수리남
SS dél-szudán|etelä-sudan|güney sudan|jižní súdán|južni sudan|južný sudán|soudan du sud|sud sudan|sudan południowy|sudanul de sud|sudán del sur|sudão do sul|sydsudan|sør-sudan|südsudan|zuid-soedan|νότιο σουδάν|південний судан|южный судан|南スーダン|南苏丹|남수단
ST santo tomé y príncipe|sao tome ve principe|sao tomé en principe|sao tomé-et-principe|svatý tomáš a princův ostrov|sveti toma i princip|svätý tomáš a princov ostrov|são tomé e príncipe|são tomé ja príncipe|são tomé och príncipe|são tomé og príncipe|são tomé und príncipe|são tomé és príncipe|são tomé și príncipe|wyspy świętego tomasza i książęca|σάο τομέ και πρίνσιπε|сан-томе и принсипи|сан-томе і принсіпі|サントメ・プリンシペ|圣多美和普林西比|상투메 프린시페
SV salvádor|salwador|ελ σαλβαδόρ|сальвадор|エルサルバドル|萨尔瓦多|엘살바도르
SX saint-martin (partie néerlandaise)|sint-maarten|svatý martin (nizozemsko)|svätý martin (hol)|άγιοσ μαρτίνοσ (ολλανδικό τμήμα)|синт-мартен|сінт-мартен|シント・マールテン|荷属圣马丁|신트마르턴
SY siria|sirija|suriye|syrie|syrien|syrië|syyria|szíria|síria|sýria|sýrie|συρία|сирия|сирія|シリア|叙利亚|시리아
SZ essuatíni|esuatini|esvatini|szváziföld|εσουατίνι|есватіні|эсватини|エスワティニ|斯威士兰|에스와티니
TC ilhas turcas e caicos|insulele turks și caicos|islas turcas y caicos|isole turks e caicos|otoci turks i caicos|turks a caicos|turks i caicos|turks ve caicos adaları|turks- en caicoseilanden|turks- ja caicossaaret|turks- och caicosöarna|turks- og caicosøerne|turks- og caicosøyene|turks- und caicosinseln|turks- és caicos-szigetek|îles turques-et-caïques|νήσοι τερκσ και κάικοσ|острови теркс і кайкос|тёркс и кайкос|タークス・カイコス諸島|特克斯和凯科斯群岛|터크스 케이커스 제도
TD chade|ciad|csád|czad|tchad|tschad|tsjaad|tsjad|tšad|çad|čad|τσαντ|чад|チャド|乍得|차드
TF de franske besiddelser i det sydlige indiske ocean og antarktis|de franske sørterritorier|francia déli területek|francouzská jižní území|francuski južni teritoriji|francuskie terytoria południowe i antarktyczne|francúzske južné a antarktické územia|franse gebieden in de zuidelijke indische oceaan|franska sydterritorierna|fransız güney toprakları|französische süd- und antarktisgebiete|ranskan eteläiset ja antarktiset alueet|teritoriile australe și antarctice franceze|terre australi francesi|terres australes françaises|territorios australes franceses|territórios franceses do sul|γαλλικά νότια εδάφη|французские южные территории|французькі південні території|仏領極南諸島|法属南部领地|프랑스령 남방 지역
TG τόγκο|того|トーゴ|多哥|토고
TH tailandia|tailândia|tajland|tajlandia|tayland|thaiföld|thailanda|thailandia|thaimaa|thajsko|thaïlande|ταϊλάνδη|таиланд|таїланд|タイ|泰国|태국
TJ tacikistan|tadjikistan|tadjiquistão|tadschikistan|tadsjikistan|tadzjikistan|tadżykistan|tadžikistan|tagikistan|tayikistán|tádzsikisztán|tádžikistán|τατζικιστάν|таджикистан|タジキスタン|塔吉克斯坦|타지키스탄
TK tokelauöarna|τοκελάου|токелау|トケラウ|托克劳|토켈라우
TL itä-timor|kelet-timor|oost-timor|timor est|timor oriental|timor wschodni|východní timor|východný timor|östtimor|øst-timor|τιμόρ-λέστε|восточный тимор|тимор-лешті|东帝汶|東ティモール|동티모르
TM turcomenistão|turkmenistán|turkménistan|turkménsko|türkmenistan|türkmenisztán|τουρκμενιστάν|туркменистан|туркменістан|トルクメニスタン|土库曼斯坦|투르크메니스탄
TN tunesien|tunesië|tunezja|tunisie|tunisien|tunisko|tunus|tunézia|tunísia|túnez|τυνησία|тунис|туніс|チュニジア|突尼斯|튀니지
TO τόνγκα|тонга|トンガ|汤加|통가
TR turchia|turcia|turcja|turecko|turkiet|turkije|turkki|turquia|turquie|turquía|turska|tyrkia|tyrkiet|törökország|türkei|τουρκία|туреччина|турция|トルコ|土耳其|튀르키예
TT trinidad a tobago|trinidad e tobago|trinidad en tobago|trinidad i tobago|trinidad ja tobago|trinidad och tobago|trinidad og tobago|trinidad und tobago|trinidad ve tobago|trinidad y tobago|trinidad és tobago|trinidad și tobago|trinité-et-tobago|trynidad i tobago|τρινιντάντ και τομπάγκο|тринидад и тобаго|тринідад і тобаго|トリニダード・トバゴ|特立尼达和多巴哥|트리니다드 토바고
TV τουβαλού|тувалу|ツバル|图瓦卢|투발루
TW taiwán|tajvan|tajwan|tayvan|taïwan|tchaj-wan|ταϊβάν|тайвань|台湾|대만
TZ tansania|tanzanie|tanzanija|tanzanya|tanzánia|tanzânia|τανζανία|танзания|танзанія|タンザニア|坦桑尼亚|탄자니아
UA oekraïne|ucraina|ucrania|ucrânia|ukraina|ukrajina|ukrajna|ukrayna|ουκρανία|украина|україна|ウクライナ|乌克兰|우크라이나
UG oeganda|ouganda|ουγκάντα|уганда|ウガンダ|乌干达|우간다
UM abd küçük harici adaları|amerikanische überseeinseln|amerikanske oversøiske øer|az usa lakatlan külbirtokai|dalekie wyspy mniejsze stanów zjednoczonych|ilhas menores distantes dos eua|insulele îndepărtate ale sua|islas menores alejadas de ee uu|isole minori esterne degli stati uniti|kleine afgelegen eilanden van de verenigde staten|mali udaljeni otoci sad-a|menšie odľahlé ostrovy usa|menší odlehlé ostrovy usa|usa:s yttre öar|usas ytre øyer|yhdysvaltain erillissaaret|îles mineures éloignées des états-unis|απομακρυσμένεσ νησίδεσ ηπα|внешние малые о-ва (сша)|віддалені острови сша|合衆国領有小離島|美国本土外小岛屿|미국령 해외 제도
US amerika birleşik devletleri|egyesült államok|estados unidos|sjedinjene američke države|spojené státy|spojené štáty|stany zjednoczone|statele unite ale americii|stati uniti|usa|vereinigte staaten|verenigde staten|yhdysvallat|états-unis|ηνωμένεσ πολιτείεσ|соединенные штаты|сполучені штати|アメリカ合衆国|美国|미국
UY uruguai|uruguaj|urugvaj|urugwaj|ουρουγουάη|уругвай|ウルグアイ|乌拉圭|우루과이
UZ oezbekistan|ouzbékistan|usbekistan|uzbekistán|uzbequistão|özbekistan|üzbegisztán|ουζμπεκιστάν|узбекистан|ウズベキスタン|乌兹别克斯坦|우즈베키스탄
VA cidade do vaticano|città del vaticano|ciudad del vaticano|statul cetății vaticanului|vaticaanstad|vatikaani|vatikan|vatikanstadt|vatikanstaten|vatikán|watykan|état de la cité du vatican|βατικανό|ватикан|バチカン市国|梵蒂冈|바티칸 시국
VC s:t vincent och grenadinerna|saint vincent e grenadine|saint vincent en de grenadines|saint vincent i grenadyny|saint vincent ja grenadiinit|saint vincent og grenadinerne|saint vincent ve grenadinler|saint vincent és a grenadine-szigetek|saint vincent și grenadinele|saint-vincent-et-les grenadines|san vicente y las granadinas|st vincent og grenadinene|st vincent und die grenadinen|svatý vincenc a grenadiny|sveti vincent i grenadini|svätý vincent a grenadíny|são vicente e granadinas|άγιοσ βικέντιοσ και γρεναδίνεσ|сент-винсент и гренадины|сент-вінсент і гренадіни|セントビンセント及びグレナディーン諸島|圣文森特和格林纳丁斯|세인트빈센트그레나딘
VE wenezuela|βενεζουέλα|венесуела|венесуэла|ベネズエラ|委内瑞拉|베네수엘라
VG brit virgin-szigetek|britanski djevičanski otoci|britanya virjin adaları|britische jungferninseln|britse maagdeneilanden|britské panenské ostrovy|brittiläiset neitsytsaaret|brittiska jungfruöarna|brytyjskie wyspy dziewicze|de britiske jomfruøer|de britiske jomfruøyene|ilhas virgens britânicas|insulele virgine britanice|islas vírgenes británicas|isole vergini britanniche|îles vierges britanniques|βρετανικέσ παρθένεσ νήσοι|британські віргінські острови|виргинские о-ва (великобритания)|英属维尔京群岛|英領ヴァージン諸島|영국령 버진아일랜드
VI abd virjin adaları|americké panenské ostrovy|amerikaanse maagdeneilanden|amerikai virgin-szigetek|amerikanische jungferninseln|amerikanska jungfruöarna|američki djevičanski otoci|de amerikanske jomfruøer|de amerikanske jomfruøyene|ilhas virgens americanas|insulele virgine americane|islas vírgenes de ee uu|isole vergini americane|wyspy dziewicze stanów zjednoczonych|yhdysvaltain neitsytsaaret|îles vierges des états-unis|αμερικανικέσ παρθένεσ νήσοι|виргинские о-ва (сша)|віргінські острови (сша)|米領ヴァージン諸島|美属维尔京群岛|미국령 버진아일랜드
VN vietnám|vietnã|vijetnam|viêt nam|wietnam|βιετνάμ|вʼєтнам|вьетнам|ベトナム|越南|베트남
VU βανουάτου|вануату|バヌアツ|瓦努阿图|바누아투
WF wallis a futuna|wallis e futuna|wallis en futuna|wallis i futuna|wallis ja futuna|wallis og futuna|wallis und futuna|wallis ve futuna|wallis y futuna|wallis és futuna|wallis și futuna|wallis- och futunaöarna|wallis-et-futuna|γουάλισ και φουτούνα|уоллис и футуна|уолліс і футуна|ウォリス・フツナ|瓦利斯和富图纳|왈리스-푸투나 제도
WS szamoa|σαμόα|самоа|サモア|萨摩亚|사모아
YE iêmen|jemen|yémen|υεμένη|йемен|ємен|イエメン|也门|예멘
YT majotta|μαγιότ|майотта|マヨット|马约特|마요트
ZA africa de sud|afrique du sud|dél-afrikai köztársaság|etelä-afrikka|güney afrika|jihoafrická republika|južnoafrička republika|južná afrika|republika południowej afryki|sudafrica|sudáfrica|sydafrika|sør-afrika|südafrika|zuid-afrika|áfrica do sul|νότια αφρική|південно-африканська республіка|южно-африканская республика|南アフリカ|南非|남아프리카
ZM sambia|zambie|zambija|zambiya|zâmbia|ζάμπια|замбия|замбія|ザンビア|赞比亚|잠비아
ZW simbabwe|zimbabue|zimbabve|zimbábue|ζιμπάμπουε|зимбабве|зімбабве|ジンバブエ|津巴布韦|짐바브웨
"""


def other_names() -> dict[str, str]:
    """Return the alpha-2 codes of countries by their names in other languages."""
    found: dict[str, str] = {}
    for row in _TABLE.splitlines():
        code, _, names = row.partition(" ")
        found |= dict.fromkeys(names.split("|"), code)
    return found
