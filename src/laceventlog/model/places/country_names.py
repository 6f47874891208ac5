"""Names of countries.

Made by tools/place_data.py from CLDR 49, Unicode License v3: see LICENSE.unicode.

A line: code, three letters, the name in English, Spanish, Portuguese and Russian, further names and codes; of a
withdrawn code also the year and what followed.
"""

OFFICIAL = """
AD|AND|Andorra|Andorra|Andorra|Андорра|
AE|ARE|United Arab Emirates|Emiratos Árabes Unidos|Emirados Árabes Unidos|ОАЭ|UAE
AF|AFG|Afghanistan|Afganistán|Afeganistão|Афганистан|
AG|ATG|Antigua & Barbuda|Antigua y Barbuda|Antígua e Barbuda|Антигуа и Барбуда|Antigua and Barbuda
AI|AIA|Anguilla|Anguila|Anguila|Ангилья|
AL|ALB|Albania|Albania|Albânia|Албания|
AM|ARM|Armenia|Armenia|Armênia|Армения|Arménia
AO|AGO|Angola|Angola|Angola|Ангола|
AQ|ATA|Antarctica|Antártida|Antártida|Антарктида|
AR|ARG|Argentina|Argentina|Argentina|Аргентина|
AS|ASM|American Samoa|Samoa Americana|Samoa Americana|Американское Самоа|
AT|AUT|Austria|Austria|Áustria|Австрия|
AU|AUS|Australia|Australia|Austrália|Австралия|
AW|ABW|Aruba|Aruba|Aruba|Аруба|
AX|ALA|Åland Islands|Islas Aland|Ilhas Aland|Аландские о-ва|Alanda; Islas Åland; Аландские острова
AZ|AZE|Azerbaijan|Azerbaiyán|Azerbaijão|Азербайджан|
BA|BIH|Bosnia & Herzegovina|Bosnia y Herzegovina|Bósnia e Herzegovina|Босния и Герцеговина|Bosnia; Bosnia and Herzegovina; Bosnia-Herzegovina
BB|BRB|Barbados|Barbados|Barbados|Барбадос|
BD|BGD|Bangladesh|Bangladés|Bangladesh|Бангладеш|Bangladeche
BE|BEL|Belgium|Bélgica|Bélgica|Бельгия|
BF|BFA|Burkina Faso|Burkina Faso|Burquina Faso|Буркина-Фасо|
BG|BGR|Bulgaria|Bulgaria|Bulgária|Болгария|
BH|BHR|Bahrain|Baréin|Barein|Бахрейн|Barém
BI|BDI|Burundi|Burundi|Burundi|Бурунди|
BJ|BEN|Benin|Benín|Benin|Бенин|Benim
BL|BLM|St. Barthélemy|San Bartolomé|São Bartolomeu|Сен-Бартелеми|Saint-Barthélemy; St Barthélemy
BM|BMU|Bermuda|Bermudas|Bermudas|Бермудские о-ва|Бермудские острова
BN|BRN|Brunei|Brunéi|Brunei|Бруней|Brunei Darussalam
BO|BOL|Bolivia|Bolivia|Bolívia|Боливия|Bolivia (Plurinational State of); Bolivia, Plurinational State of; Estado Plurinacional de Bolivia; Plurinational State of Bolivia
BQ|BES|Caribbean Netherlands|Caribe neerlandés|Países Baixos Caribenhos|Бонэйр, Синт-Эстатиус и Саба|
BR|BRA|Brazil|Brasil|Brasil|Бразилия|
BS|BHS|Bahamas|Bahamas|Bahamas|Багамы|Baamas
BT|BTN|Bhutan|Bután|Butão|Бутан|
BV|BVT|Bouvet Island|Isla Bouvet|Ilha Bouvet|о-в Буве|остров Буве
BW|BWA|Botswana|Botsuana|Botsuana|Ботсвана|
BY|BLR|Belarus|Bielorrusia|Bielorrússia|Беларусь|Белоруссия
BZ|BLZ|Belize|Belice|Belize|Белиз|
CA|CAN|Canada|Canadá|Canadá|Канада|
CC|CCK|Cocos (Keeling) Islands|Islas Cocos|Ilhas Cocos (Keeling)|Кокосовые о-ва|Cocos Islands; Ilhas dos Cocos (Keeling); Кокосовые острова
CD|COD|Congo - Kinshasa|República Democrática del Congo|Congo - Kinshasa|Конго - Киншаса|Congo; Congo (DRC); Congo (Democratic Republic of the); Congo (RDC); Congo, The Democratic Republic of the; Congo-Kinshasa; DR Congo; Democratic Republic of the Congo; República Democrática do Congo; Демократическая Республика Конго; Конго; Конго (ДРК)
CF|CAF|Central African Republic|República Centroafricana|República Centro-Africana|Центрально-Африканская Республика|
CG|COG|Congo - Brazzaville|Congo|República do Congo|Конго - Браззавиль|Congo (Republic); Congo (República); Congo-Brazzaville; Republic of the Congo; República del Congo; Конго; Республика Конго
CH|CHE|Switzerland|Suiza|Suíça|Швейцария|
CI|CIV|Côte d’Ivoire|Côte d’Ivoire|Costa do Marfim|Кот-д’Ивуар|Costa de Marfil; Côte d’Ivoire (Costa do Marfim); Ivory Coast
CK|COK|Cook Islands|Islas Cook|Ilhas Cook|о-ва Кука|острова Кука
CL|CHL|Chile|Chile|Chile|Чили|
CM|CMR|Cameroon|Camerún|Camarões|Камерун|
CN|CHN|China|China|China|Китай|People's Republic of China; República Popular China; República Popular da China; КНР; Китайская Народная Республика
CO|COL|Colombia|Colombia|Colômbia|Колумбия|
CR|CRI|Costa Rica|Costa Rica|Costa Rica|Коста-Рика|
CU|CUB|Cuba|Cuba|Cuba|Куба|
CV|CPV|Cape Verde|Cabo Verde|Cabo Verde|Кабо-Верде|
CW|CUW|Curaçao|Curazao|Curaçao|Кюрасао|Curaçau
CX|CXR|Christmas Island|Isla de Navidad|Ilha Christmas|о-в Рождества|Ilha do Natal; остров Рождества
CY|CYP|Cyprus|Chipre|Chipre|Кипр|
CZ|CZE|Czechia|Chequia|Tchéquia|Чехия|Chéquia; Czech Republic; República Checa; República Tcheca; Чешская Республика
DE|DEU|Germany|Alemania|Alemanha|Германия|
DJ|DJI|Djibouti|Yibuti|Djibuti|Джибути|Jibuti
DK|DNK|Denmark|Dinamarca|Dinamarca|Дания|
DM|DMA|Dominica|Dominica|Dominica|Доминика|Domínica
DO|DOM|Dominican Republic|República Dominicana|República Dominicana|Доминиканская Республика|
DZ|DZA|Algeria|Argelia|Argélia|Алжир|
EC|ECU|Ecuador|Ecuador|Equador|Эквадор|
EE|EST|Estonia|Estonia|Estônia|Эстония|Estónia
EG|EGY|Egypt|Egipto|Egito|Египет|
EH|ESH|Western Sahara|Sáhara Occidental|Saara Ocidental|Западная Сахара|Sahara Occidental; Sara Ocidental
ER|ERI|Eritrea|Eritrea|Eritreia|Эритрея|
ES|ESP|Spain|España|Espanha|Испания|
ET|ETH|Ethiopia|Etiopía|Etiópia|Эфиопия|
FI|FIN|Finland|Finlandia|Finlândia|Финляндия|
FJ|FJI|Fiji|Fiyi|Fiji|Фиджи|
FK|FLK|Falkland Islands|Islas Malvinas|Ilhas Malvinas|Фолклендские о-ва|Falkland Islands (Islas Malvinas); Falkland Islands (Malvinas); Ilhas Falkland; Ilhas Malvinas (Ilhas Falkland); Islas Malvinas (Islas Falkland); Фолклендские (Мальвинские) о-ва; Фолклендские острова
FM|FSM|Micronesia|Micronesia|Micronésia|Федеративные Штаты Микронезии|Federated States of Micronesia; Micronesia (Federated States of); Micronesia, Federated States of
FO|FRO|Faroe Islands|Islas Feroe|Ilhas Faroé|Фарерские о-ва|Фарерские острова
FR|FRA|France|Francia|França|Франция|
GA|GAB|Gabon|Gabón|Gabão|Габон|
GB|GBR|United Kingdom|Reino Unido|Reino Unido|Великобритания|Britain; Gran Bretaña; Great Britain; Grã-Bretanha; UK; United Kingdom of Great Britain and Northern Ireland; Британия; Соединенное Королевство
GD|GRD|Grenada|Granada|Granada|Гренада|
GE|GEO|Georgia|Georgia|Geórgia|Грузия|
GF|GUF|French Guiana|Guayana Francesa|Guiana Francesa|Французская Гвиана|
GG|GGY|Guernsey|Guernesey|Guernsey|Гернси|
GH|GHA|Ghana|Ghana|Gana|Гана|
GI|GIB|Gibraltar|Gibraltar|Gibraltar|Гибралтар|
GL|GRL|Greenland|Groenlandia|Groenlândia|Гренландия|Gronelândia
GM|GMB|Gambia|Gambia|Gâmbia|Гамбия|
GN|GIN|Guinea|Guinea|Guiné|Гвинея|
GP|GLP|Guadeloupe|Guadalupe|Guadalupe|Гваделупа|
GQ|GNQ|Equatorial Guinea|Guinea Ecuatorial|Guiné Equatorial|Экваториальная Гвинея|
GR|GRC|Greece|Grecia|Grécia|Греция|
GS|SGS|South Georgia & South Sandwich Islands|Islas Georgia del Sur y Sandwich del Sur|Ilhas Geórgia do Sul e Sandwich do Sul|Южная Георгия и Южные Сандвичевы о-ва|Islas Georgia del Sur y Sándwich del Sur; South Georgia and South Sandwich Islands; Южная Георгия и Южные Сандвичевы острова
GT|GTM|Guatemala|Guatemala|Guatemala|Гватемала|
GU|GUM|Guam|Guam|Guam|Гуам|Guame
GW|GNB|Guinea-Bissau|Guinea-Bisáu|Guiné-Bissau|Гвинея-Бисау|
GY|GUY|Guyana|Guyana|Guiana|Гайана|
HK|HKG|Hong Kong SAR China|RAE de Hong Kong (China)|Hong Kong, RAE da China|Гонконг (САР)|Hong Kong; Гонконг
HM|HMD|Heard Island & McDonald Islands|Islas Heard y McDonald|Ilhas Heard e McDonald|о-ва Херд и Макдональд|Heard Island and McDonald Islands; Heard and McDonald Islands; острова Херд и Макдональд
HN|HND|Honduras|Honduras|Honduras|Гондурас|
HR|HRV|Croatia|Croacia|Croácia|Хорватия|
HT|HTI|Haiti|Haití|Haiti|Гаити|
HU|HUN|Hungary|Hungría|Hungria|Венгрия|
ID|IDN|Indonesia|Indonesia|Indonésia|Индонезия|
IE|IRL|Ireland|Irlanda|Irlanda|Ирландия|
IL|ISR|Israel|Israel|Israel|Израиль|
IM|IMN|Isle of Man|Isla de Man|Ilha de Man|о-в Мэн|остров Мэн
IN|IND|India|India|Índia|Индия|
IO|IOT|British Indian Ocean Territory|Territorio Británico del Océano Índico|Território Britânico do Oceano Índico|Британская территория в Индийском океане|Archipiélago de Chagos; Arquipélago de Chagos; Chagos Archipelago; архипелаг Чагос
IQ|IRQ|Iraq|Irak|Iraque|Ирак|
IR|IRN|Iran|Irán|Irã|Иран|Iran (Islamic Republic of); Iran, Islamic Republic of; Irão; Islamic Republic of Iran
IS|ISL|Iceland|Islandia|Islândia|Исландия|
IT|ITA|Italy|Italia|Itália|Италия|
JE|JEY|Jersey|Jersey|Jersey|Джерси|
JM|JAM|Jamaica|Jamaica|Jamaica|Ямайка|
JO|JOR|Jordan|Jordania|Jordânia|Иордания|
JP|JPN|Japan|Japón|Japão|Япония|
KE|KEN|Kenya|Kenia|Quênia|Кения|Quénia
KG|KGZ|Kyrgyzstan|Kirguistán|Quirguistão|Киргизия|Кыргызстан
KH|KHM|Cambodia|Camboya|Camboja|Камбоджа|
KI|KIR|Kiribati|Kiribati|Quiribati|Кирибати|Quiribáti
KM|COM|Comoros|Comoras|Comores|Коморы|
KN|KNA|St. Kitts & Nevis|San Cristóbal y Nieves|São Cristóvão e Névis|Сент-Китс и Невис|Saint Kitts and Nevis; St Kitts & Nevis; St Kitts and Nevis; São Cristóvão e Neves
KP|PRK|North Korea|Corea del Norte|Coreia do Norte|КНДР|Corea; Coreia; Democratic People's Republic of Korea; Korea; Korea (Democratic People's Republic of); Korea, Democratic People's Republic of; República Popular Democrática da Coreia; República Popular Democrática de Corea; Корейская Народно-Демократическая Республика; Корея; Северная Корея
KR|KOR|South Korea|Corea del Sur|Coreia do Sul|Республика Корея|Corea; Coreia; Korea; Korea (Republic of); Korea, Republic of; Republic of Korea; República da Coreia; República de Corea; Корея; Южная Корея
KW|KWT|Kuwait|Kuwait|Kuwait|Кувейт|Koweit
KY|CYM|Cayman Islands|Islas Caimán|Ilhas Cayman|о-ва Кайман|Ilhas Caimão; острова Кайман
KZ|KAZ|Kazakhstan|Kazajistán|Cazaquistão|Казахстан|
LA|LAO|Laos|Laos|Laos|Лаос|Lao People's Democratic Republic; República Democrática Popular Lao
LB|LBN|Lebanon|Líbano|Líbano|Ливан|
LC|LCA|St. Lucia|Santa Lucía|Santa Lúcia|Сент-Люсия|Saint Lucia; St Lucia
LI|LIE|Liechtenstein|Liechtenstein|Liechtenstein|Лихтенштейн|Listenstaine
LK|LKA|Sri Lanka|Sri Lanka|Sri Lanka|Шри-Ланка|Sri Lanca
LR|LBR|Liberia|Liberia|Libéria|Либерия|
LS|LSO|Lesotho|Lesoto|Lesoto|Лесото|
LT|LTU|Lithuania|Lituania|Lituânia|Литва|
LU|LUX|Luxembourg|Luxemburgo|Luxemburgo|Люксембург|
LV|LVA|Latvia|Letonia|Letônia|Латвия|Letónia
LY|LBY|Libya|Libia|Líbia|Ливия|
MA|MAR|Morocco|Marruecos|Marrocos|Марокко|
MC|MCO|Monaco|Mónaco|Mônaco|Монако|
MD|MDA|Moldova|Moldavia|Moldávia|Молдова|Moldova (Republic of); Moldova, Republic of; Republic of Moldova; República de Moldova; Молдавия
ME|MNE|Montenegro|Montenegro|Montenegro|Черногория|
MF|MAF|St. Martin|San Martín|São Martinho|Сен-Мартен|Saint Martin; Saint Martin (French part); St Martin; São Martinho (Saint-Martin)
MG|MDG|Madagascar|Madagascar|Madagascar|Мадагаскар|Madagáscar
MH|MHL|Marshall Islands|Islas Marshall|Ilhas Marshall|Маршалловы о-ва|Маршалловы острова
MK|MKD|North Macedonia|Macedonia del Norte|Macedônia do Norte|Северная Македония|Macedonia; Macedónia; Macedónia do Norte; Macedônia; The former Yugoslav Republic of Macedonia; Македония
ML|MLI|Mali|Mali|Mali|Мали|
MM|MMR|Myanmar (Burma)|Myanmar (Birmania)|Mianmar (Birmânia)|Мьянма (Бирма)|Birmania; Birmânia; Burma; Mianmar; Myanmar; Бирма; Мьянма
MN|MNG|Mongolia|Mongolia|Mongólia|Монголия|
MO|MAC|Macao SAR China|RAE de Macao (China)|Macau, RAE da China|Макао (САР)|Macao; Macau; Макао
MP|MNP|Northern Mariana Islands|Islas Marianas del Norte|Ilhas Marianas do Norte|Северные Марианские о-ва|Северные Марианские острова
MQ|MTQ|Martinique|Martinica|Martinica|Мартиника|
MR|MRT|Mauritania|Mauritania|Mauritânia|Мавритания|
MS|MSR|Montserrat|Montserrat|Montserrat|Монтсеррат|Monserrate
MT|MLT|Malta|Malta|Malta|Мальта|
MU|MUS|Mauritius|Mauricio|Maurício|Маврикий|Maurícia
MV|MDV|Maldives|Maldivas|Maldivas|Мальдивы|
MW|MWI|Malawi|Malaui|Malaui|Малави|Maláui
MX|MEX|Mexico|México|México|Мексика|
MY|MYS|Malaysia|Malasia|Malásia|Малайзия|
MZ|MOZ|Mozambique|Mozambique|Moçambique|Мозамбик|
NA|NAM|Namibia|Namibia|Namíbia|Намибия|
NC|NCL|New Caledonia|Nueva Caledonia|Nova Caledônia|Новая Каледония|Nova Caledónia
NE|NER|Niger|Níger|Níger|Нигер|
NF|NFK|Norfolk Island|Isla Norfolk|Ilha Norfolk|о-в Норфолк|остров Норфолк
NG|NGA|Nigeria|Nigeria|Nigéria|Нигерия|
NI|NIC|Nicaragua|Nicaragua|Nicarágua|Никарагуа|
NL|NLD|Netherlands|Países Bajos|Países Baixos|Нидерланды|The Netherlands
NO|NOR|Norway|Noruega|Noruega|Норвегия|
NP|NPL|Nepal|Nepal|Nepal|Непал|
NR|NRU|Nauru|Nauru|Nauru|Науру|
NU|NIU|Niue|Niue|Niue|Ниуэ|Niuê
NZ|NZL|New Zealand|Nueva Zelanda|Nova Zelândia|Новая Зеландия|Aotearoa New Zealand
OM|OMN|Oman|Omán|Omã|Оман|
PA|PAN|Panama|Panamá|Panamá|Панама|
PE|PER|Peru|Perú|Peru|Перу|
PF|PYF|French Polynesia|Polinesia Francesa|Polinésia Francesa|Французская Полинезия|
PG|PNG|Papua New Guinea|Papúa Nueva Guinea|Papua-Nova Guiné|Папуа — Новая Гвинея|
PH|PHL|Philippines|Filipinas|Filipinas|Филиппины|
PK|PAK|Pakistan|Pakistán|Paquistão|Пакистан|
PL|POL|Poland|Polonia|Polônia|Польша|Polónia
PM|SPM|St. Pierre & Miquelon|San Pedro y Miquelón|São Pedro e Miquelão|Сен-Пьер и Микелон|Saint-Pierre-et-Miquelon; St Pierre & Miquelon; St Pierre and Miquelon
PN|PCN|Pitcairn Islands|Islas Pitcairn|Ilhas Pitcairn|о-ва Питкэрн|Pitcairn; острова Питкэрн
PR|PRI|Puerto Rico|Puerto Rico|Porto Rico|Пуэрто-Рико|
PS|PSE|Palestinian Territories|Territorios Palestinos|Territórios palestinos|Палестинские территории|Estado da Palestina; Estado de Palestina; Palestina; Palestine; Palestine, State of; State of Palestine; Territórios palestinianos; Государство Палестина; Палестина
PT|PRT|Portugal|Portugal|Portugal|Португалия|
PW|PLW|Palau|Palaos|Palau|Палау|
PY|PRY|Paraguay|Paraguay|Paraguai|Парагвай|
QA|QAT|Qatar|Catar|Catar|Катар|
RE|REU|Réunion|Reunión|Reunião|Реюньон|
RO|ROU|Romania|Rumanía|Romênia|Румыния|Roménia; Rumania
RS|SRB|Serbia|Serbia|Sérvia|Сербия|
RU|RUS|Russia|Rusia|Rússia|Россия|Federación Rusa; Federación de Rusia; Federação Russa; Federação da Rússia; Russian Federation; Российская Федерация
RW|RWA|Rwanda|Ruanda|Ruanda|Руанда|
SA|SAU|Saudi Arabia|Arabia Saudí|Arábia Saudita|Саудовская Аравия|Arabia Saudita
SB|SLB|Solomon Islands|Islas Salomón|Ilhas Salomão|Соломоновы о-ва|Соломоновы острова
SC|SYC|Seychelles|Seychelles|Seicheles|Сейшельские о-ва|Сейшельские острова
SD|SDN|Sudan|Sudán|Sudão|Судан|
SE|SWE|Sweden|Suecia|Suécia|Швеция|
SG|SGP|Singapore|Singapur|Singapura|Сингапур|
SH|SHN|St. Helena, Ascension & Tristan da Cunha|Santa Elena|Santa Helena|о-в Св. Елены|Saint Helena, Ascension & Tristan da Cunha; Saint Helena, Ascension and Tristan da Cunha; St Helena, Ascension & Tristan da Cunha; St Helena, Ascension and Tristan da Cunha; остров Св. Елены
SI|SVN|Slovenia|Eslovenia|Eslovênia|Словения|Eslovénia
SJ|SJM|Svalbard & Jan Mayen|Svalbard y Jan Mayen|Svalbard e Jan Mayen|Шпицберген и Ян-Майен|Svalbard and Jan Mayen
SK|SVK|Slovakia|Eslovaquia|Eslováquia|Словакия|
SL|SLE|Sierra Leone|Sierra Leona|Serra Leoa|Сьерра-Леоне|
SM|SMR|San Marino|San Marino|San Marino|Сан-Марино|São Marinho
SN|SEN|Senegal|Senegal|Senegal|Сенегал|
SO|SOM|Somalia|Somalia|Somália|Сомали|
SR|SUR|Suriname|Surinam|Suriname|Суринам|
SS|SSD|South Sudan|Sudán del Sur|Sudão do Sul|Южный Судан|
ST|STP|São Tomé & Príncipe|Santo Tomé y Príncipe|São Tomé e Príncipe|Сан-Томе и Принсипи|Sao Tome and Principe; São Tomé and Príncipe
SV|SLV|El Salvador|El Salvador|El Salvador|Сальвадор|Salvador
SX|SXM|Sint Maarten|Sint Maarten|Sint Maarten|Синт-Мартен|Sint Maarten (Dutch part); São Martinho (Sint Maarten)
SY|SYR|Syria|Siria|Síria|Сирия|República Árabe Siria; Syrian Arab Republic; Сирийская Арабская Республика
SZ|SWZ|Eswatini|Esuatini|Essuatíni|Эсватини|Suazilandia; Suazilândia; Swaziland; Свазиленд
TC|TCA|Turks & Caicos Islands|Islas Turcas y Caicos|Ilhas Turcas e Caicos|Тёркс и Кайкос|Turks and Caicos Islands
TD|TCD|Chad|Chad|Chade|Чад|
TF|ATF|French Southern and Antarctic Lands|Territorios Australes Franceses|Territórios Franceses do Sul|Французские Южные территории|French Southern Territories; Territórios Austrais Franceses
TG|TGO|Togo|Togo|Togo|Того|
TH|THA|Thailand|Tailandia|Tailândia|Таиланд|
TJ|TJK|Tajikistan|Tayikistán|Tadjiquistão|Таджикистан|Tajiquistão
TK|TKL|Tokelau|Tokelau|Tokelau|Токелау|Toquelau
TL|TLS|Timor-Leste|Timor-Leste|Timor-Leste|Восточный Тимор|East Timor; Timor Leste; Timor Oriental; Тимор-Лесте
TM|TKM|Turkmenistan|Turkmenistán|Turcomenistão|Туркменистан|Turquemenistão
TN|TUN|Tunisia|Túnez|Tunísia|Тунис|
TO|TON|Tonga|Tonga|Tonga|Тонга|
TR|TUR|Türkiye|Turquía|Turquia|Турция|Turkey
TT|TTO|Trinidad & Tobago|Trinidad y Tobago|Trinidad e Tobago|Тринидад и Тобаго|Trindade e Tobago; Trinidad and Tobago
TV|TUV|Tuvalu|Tuvalu|Tuvalu|Тувалу|
TW|TWN|Taiwan|Taiwán|Taiwan|Тайвань|Taiwan (Province of China); Taiwan, Province of China
TZ|TZA|Tanzania|Tanzania|Tanzânia|Танзания|Tanzania (United Republic of); Tanzania, United Republic of; United Republic of Tanzania
UA|UKR|Ukraine|Ucrania|Ucrânia|Украина|
UG|UGA|Uganda|Uganda|Uganda|Уганда|
UM|UMI|U.S. Outlying Islands|Islas menores alejadas de EE. UU.|Ilhas Menores Distantes dos EUA|Внешние малые о-ва (США)|Ilhas Menores Afastadas dos EUA; Islas Ultramarinas de EE.UU.; US Outlying Islands; United States Minor Outlying Islands; Внешние малые острова (США)
US|USA|United States|Estados Unidos|Estados Unidos|Соединенные Штаты|EE. UU.; EE.UU.; EUA; Estados Unidos da América; Estados Unidos de América; United States of America; США; Соединенные Штаты Америки
UY|URY|Uruguay|Uruguay|Uruguai|Уругвай|
UZ|UZB|Uzbekistan|Uzbekistán|Uzbequistão|Узбекистан|Usbequistão
VA|VAT|Vatican City|Ciudad del Vaticano|Cidade do Vaticano|Ватикан|Holy See; Holy See (Vatican City State); Santa Sede; Santa Sé; Vatican; Vaticano; Святой Престол
VC|VCT|St. Vincent & Grenadines|San Vicente y las Granadinas|São Vicente e Granadinas|Сент-Винсент и Гренадины|Saint Vincent and the Grenadines; St Vincent & the Grenadines; St Vincent and the Grenadines
VE|VEN|Venezuela|Venezuela|Venezuela|Венесуэла|Bolivarian Republic of Venezuela; República Bolivariana da Venezuela; República Bolivariana de Venezuela; Venezuela (Bolivarian Republic of); Venezuela, Bolivarian Republic of; Боливарианская Республика Венесуэла
VG|VGB|British Virgin Islands|Islas Vírgenes Británicas|Ilhas Virgens Britânicas|Виргинские о-ва (Великобритания)|Virgin Islands; Virgin Islands (British); Virgin Islands, British; Виргинские острова (Великобритания)
VI|VIR|U.S. Virgin Islands|Islas Vírgenes de EE. UU.|Ilhas Virgens Americanas|Виргинские о-ва (США)|Ilhas Virgens dos EUA; Islas Vírgenes de EE.UU.; US Virgin Islands; United States Virgin Islands; Virgin Islands; Virgin Islands (U.S.); Virgin Islands, U.S.; Виргинские острова (США)
VN|VNM|Vietnam|Vietnam|Vietnã|Вьетнам|Viet Nam; Vietname
VU|VUT|Vanuatu|Vanuatu|Vanuatu|Вануату|
WF|WLF|Wallis & Futuna|Wallis y Futuna|Wallis e Futuna|Уоллис и Футуна|Wallis and Futuna
WS|WSM|Samoa|Samoa|Samoa|Самоа|
YE|YEM|Yemen|Yemen|Iêmen|Йемен|Iémen
YT|MYT|Mayotte|Mayotte|Mayotte|Майотта|Maiote
ZA|ZAF|South Africa|Sudáfrica|África do Sul|Южно-Африканская Республика|ЮАР
ZM|ZMB|Zambia|Zambia|Zâmbia|Замбия|
ZW|ZWE|Zimbabwe|Zimbabue|Zimbábue|Зимбабве|Zimbabué
"""
RESERVED = """
AC|ASC|Ascension Island|Isla de la Ascensión|Ilha de Ascensão|о-в Вознесения|Isla Ascensión; остров Вознесения
CP|CPT|Clipperton Island|Isla Clipperton|Ilha de Clipperton|о-в Клиппертон|остров Клиппертон
CQ||Sark|Sark|Sark|Сарк|
DG|DGA|Diego Garcia|Diego García|Diego Garcia|Диего-Гарсия|
EA||Ceuta & Melilla|Ceuta y Melilla|Ceuta e Melilla|Сеута и Мелилья|Ceuta and Melilla; Ceuta e Melilha
EU|EUE|European Union|Unión Europea|União Europeia|Европейский союз|
EZ||Eurozone|zona del euro|zona do euro|еврозона|Eurozona; Zona Euro
IC||Canary Islands|Canarias|Ilhas Canárias|Канарские о-ва|Islas Canarias; Канарские острова
TA|TAA|Tristan da Cunha|Tristán de Acuña|Tristão da Cunha|Тристан-да-Кунья|
UN||United Nations|Naciones Unidas|Nações Unidas|Организация Объединенных Наций|ONU; ООН
XK|XKX|Kosovo|Kosovo|Kosovo|Косово|
"""
WITHDRAWN = """
AN|ANT|Netherlands Antilles|Antillas Neerlandesas|Antilhas Holandesas|Нидерландские Антильские острова|ANHH|2010|CW SX BQ
BU|BUR|Burma|Birmania|Birmânia|Бирма|BUMM|1989|MM
CT|CTE|Canton & Enderbury Islands|Islas Canton y Enderbury|Ilhas Canton e Enderbury|о-ва Кантон и Эндербери|CTKI; Canton and Enderbury Islands; острова Кантон и Эндербери|1984|KI
DD|DDR|East Germany|Alemania Oriental|Alemanha Oriental|ГДР|DDDE; GDR; German Democratic Republic; RDA; República Democrática Alemana; República Democrática Alemã; Германская Демократическая Республика|1990|DE
DY|DHY|Dahomey|Dahomey|Daomé|Дагомея|DYBJ|1977|BJ
FQ||French Southern & Antarctic Territories|Tierras Australes y Antárticas Francesas|Terras Austrais e Antárticas Francesas|Французские Южные и Антарктические территории|FQHH; French Southern and Antarctic Territories|1979|AQ TF
FX|FXX|Metropolitan France|Francia metropolitana|França metropolitana|Метрополия Франции|FXFR|1997|FR
HV|HVO|Upper Volta|Alto Volta|Alto Volta|Верхняя Вольта|HVBF|1984|BF
JT|JTN|Johnston Island|Isla Johnston|Ilha Johnston|о-в Джонстон|JTUM; остров Джонстон|1986|UM
MI|MID|Midway Islands|Islas Midway|Ilhas Midway|о-ва Мидуэй|MIUM; острова Мидуэй|1986|UM
NH|NHB|New Hebrides|Nuevas Hébridas|Novas Hébridas|Новые Гебриды|NHVU|1980|VU
NQ|ATN|Dronning Maud Land|Tierra de la Reina Maud|Terra da Rainha Maud|Земля Королевы Мод|NQAQ|1983|AQ
NT|NTZ|Neutral Zone|Zona Neutral|Zona Neutra|Нейтральная зона|NTHH|1993|SA IQ
PC|PCI|Trust Territory of the Pacific Islands|Islas del Pacífico en Fideicomiso|Ilhas do Pacífico sob Tutela|Подопечная территория Тихоокеанские острова|PCHH|1986|FM MH MP PW
PU|PUS|U.S. Miscellaneous Pacific Islands|Islas diversas del Pacífico de EE. UU.|Ilhas diversas do Pacífico dos EUA|Прочие тихоокеанские о-ва (США)|PUUM; Прочие тихоокеанские острова (США)|1986|UM
PZ|PCZ|Panama Canal Zone|Zona del Canal de Panamá|Zona do Canal do Panamá|Зона Панамского канала|PZPA|1980|PA
RH|RHO|Southern Rhodesia|Rodesia del Sur|Rodésia do Sul|Южная Родезия|RHZW|1980|ZW
SU|SUN|Soviet Union|Unión Soviética|União Soviética|СССР|SUHH; URSS; USSR; Union of Soviet Socialist Republics; União das Repúblicas Socialistas Soviéticas; Unión de Repúblicas Socialistas Soviéticas; Советский Союз; Союз Советских Социалистических Республик|1992|RU AM AZ BY EE GE KZ KG LV LT MD TJ TM UA UZ
TP|TMP|Portuguese Timor|Timor Portugués|Timor Português|Португальский Тимор|TPTL|2002|TL
VD|VDR|North Vietnam|Vietnam del Norte|Vietnã do Norte|Северный Вьетнам|Democratic Republic of Vietnam; VDVN|1977|VN
WK|WAK|Wake Island|Isla Wake|Ilha Wake|о-в Уэйк|WKUM; остров Уэйк|1986|UM
YD|YMD|South Yemen|Yemen del Sur|Iêmen do Sul|Южный Йемен|YDYE|1990|YE
YU|YUG|Yugoslavia|Yugoslavia|Iugoslávia|Югославия|YUCS|2003|RS ME
ZR|ZAR|Zaire|Zaire|Zaire|Заир|ZRCD|1997|CD
AIDJ|AFI|French Afars & Issas|Territorio Francés de los Afars y los Issas|Território Francês dos Afars e Issas|Французская территория афаров и исса|French Afars and Issas|1977|DJ
BQAQ|ATB|British Antarctic Territory|Territorio Antártico Británico|Território Antártico Britânico|Британская антарктическая территория||1979|AQ
BYAA|BYS|Byelorussian SSR|RSS de Bielorrusia|RSS da Bielorrússia|Белорусская ССР||1992|BY
CSHH|CSK|Czechoslovakia|Checoslovaquia|Tchecoslováquia|Чехословакия|CS|1993|CZ SK
CSXX|SCG|Serbia & Montenegro|Serbia y Montenegro|Sérvia e Montenegro|Сербия и Черногория|CS; Serbia and Montenegro|2006|ME RS
GEHH|GEL|Gilbert & Ellice Islands|Islas Gilbert y Ellice|Ilhas Gilbert e Ellice|о-ва Гилберта и Эллис|Gilbert and Ellice Islands; острова Гилберта и Эллис|1979|KI TV
SKIN|SKM|Sikkim|Sikkim|Siquim|Сикким||1975|IN
"""
REGIONS = """
001||world|Mundo|Mundo|весь мир|
002||Africa|África|África|Африка|
003||North America|América del Norte|América do Norte|Северная Америка|
005||South America|Sudamérica|América do Sul|Южная Америка|
009||Oceania|Oceanía|Oceania|Океания|Oceânia
011||Western Africa|África occidental|África Ocidental|Западная Африка|África del Oeste
013||Central America|Centroamérica|América Central|Центральная Америка|
014||Eastern Africa|África oriental|África Oriental|Восточная Африка|África del Este
015||Northern Africa|África septentrional|África Setentrional|Северная Африка|Norte de África; África del Norte
017||Middle Africa|África central|África Central|Центральная Африка|
018||Southern Africa|África meridional|África Meridional|Южная Африка|África Austral; África del Sur
019||Americas|América|Américas|Америка|
021||Northern America|Norteamérica|América Setentrional|Североамериканский регион|
029||Caribbean|Caribe|Caribe|Карибы|Caraíbas
030||Eastern Asia|Asia oriental|Ásia Oriental|Восточная Азия|Asia del Este
034||Southern Asia|Asia meridional|Ásia Meridional|Южная Азия|Asia del Sur; Ásia do Sul
035||Southeast Asia|Sudeste asiático|Sudeste Asiático|Юго-Восточная Азия|Asia sudoriental
039||Southern Europe|Europa meridional|Europa Meridional|Южная Европа|Europa del Sur; Europa do Sul
053||Australasia|Australasia|Australásia|Австралазия|
054||Melanesia|Melanesia|Melanésia|Меланезия|
057||Micronesian Region|Región de Micronesia|Região da Micronésia|Микронезия|
061||Polynesia|Polinesia|Polinésia|Полинезия|
142||Asia|Asia|Ásia|Азия|
143||Central Asia|Asia central|Ásia Central|Центральная Азия|
145||Western Asia|Asia occidental|Ásia Ocidental|Западная Азия|Asia del Oeste
150||Europe|Europa|Europa|Европа|
151||Eastern Europe|Europa oriental|Europa Oriental|Восточная Европа|Europa del Este
154||Northern Europe|Europa septentrional|Europa Setentrional|Северная Европа|Europa del Norte; Europa do Norte
155||Western Europe|Europa occidental|Europa Ocidental|Западная Европа|Europa del Oeste
202||Sub-Saharan Africa|África subsahariana|África Subsaariana|Тропическая Африка|África subsariana
419||Latin America|Latinoamérica|América Latina|Латинская Америка|
"""
