/** Brazilian Portuguese: what says that somebody may not want to live or wants to hurt themselves, and what only sounds like it. */
import type { PhraseList } from '../../core/phrases.ts'

const want =
  '(quero|queria|qro|prefiro|preferia|preferiria|gostaria de|desejo|vontade de|penso em|pensei em|pensando em|pensar em|desejava|vou|ia|tentei|preciso|planejo|planejando)'
const die =
  '(morrer|estar morto|estar morta|me matar|me suicidar|me enforcar|ter morrido|nunca ter nascido|não ter nascido|não existir|não existir mais|deixar de existir|deixar de viver|não acordar|não acordar mais|nunca mais acordar|acabar com a minha dor|tirar a minha vida)'
const others =
  '(pai|mãe|irmão|irmã|amigo|amiga|tio|tia|primo|prima|filho|filha|avô|marido|esposo|vizinho|ele|ela|colega)'
const here =
  '(aqui|lá|ali|em|no|na|nesta cidade|nessa cidade|nesse apartamento|com (ele|ela|meus|minha|meu|os|as)|perto|sozinho|sozinha|longe)'

export const ptBr: PhraseList = {
  phrases: [
    `${want} (só |logo |muito |mesmo |)${die}`,
    '(só|melhor) (morrer|me matar|morrer logo)',
    '(quero|queria|prefiro|vontade de|só) (sumir|desaparecer)',
    'vontade de (me cortar|me machucar|me ferir|me mutilar)',
    '(sem|não tenho|não tenho mais|perdi a|perdendo a|perdi toda a|falta de|nenhuma) vontade de (viver|existir|acordar|continuar vivendo|continuar vivo|continuar viva)',
    'não (quero|queria) (mais |)(viver|viver mais|existir|existir mais|acordar|acordar mais|estar vivo|estar viva|estar mais aqui|continuar vivendo|continuar vivo|continuar viva|viver assim|estar nesse mundo|estar neste mundo|ficar nesse mundo)',
    '(dormir|durmo|dormisse) e (não|nunca|nunca mais) (acordar|acordasse|acordo)',
    '(dormir|sumir|desaparecer) (para|pra) sempre',
    '(tomara|espero|queria|rezo) (que eu |para eu |pra eu |)(não|nunca) (acorde|acordar|acordasse|tivesse nascido)',
    '(não|nunca) (devia|deveria|tivesse|queria) (ter |)nascido',
    '(eu |)(devia|deveria|podia|quero|queria) (estar|ter) (morto|morta|morrido)',
    'queria que eu morresse',
    'queria (estar|tá) (morto|morta)',
    '(me matar|me suicidar|suicidar me|matar me)',
    '(tirar|tiro) (a |)minha (própria |)vida',
    '(acabar|terminar) com (a minha vida|minha vida|a minha dor|minha existência|meu sofrimento|tudo)',
    '(dar|por|colocar) (um |)fim (à|a|em|na) (minha vida|minha própria vida|tudo|meu sofrimento)',
    '(suicídio|suicidar|suicida|suicidas)',
    '(melhor|melhores|mais felizes|mais fácil) (se eu (não existisse|morresse|sumisse|não estivesse)|morto|morta|sem mim)',
    '(sou|ser) (só |apenas |)um (peso|fardo|estorvo) (para|pra|pros|pra) (todos|todo mundo|minha família|os outros|outros)',
    'ninguém (ia |vai |iria |)(sentiria|sentir|nem notar|notaria|perceberia|ligar|se importaria) (a |)(minha falta|se eu (morresse|sumisse|morrer|sumir|desaparecesse))',
    '(me |)(machucar|cortar|ferir|machuquei|cortei|machuco|corto) (de propósito|de novo de propósito)',
    '(me cortando|me cortei de novo|me cortar de novo|voltei a me cortar|me mutilar|me mutilando|automutilação|automutilar|autolesão|automutilo)',
    'cortar (os |meus |)(pulsos|minhas veias|as veias)',
    'não (aguento|suporto|consigo) mais (viver|essa vida|esta vida|a vida|existir|viver assim|continuar vivendo)',
    '(eu |)não aguento mais nada',
    '(não (vejo|tenho|há|existe|encontro)|sem|nenhum|nenhuma) (mais |)(nenhum |nenhuma |)(sentido|razão|razões|motivo|motivos|porquê) (em|para|pra|de|na|nessa|pra continuar) (viver|vida|continuar vivendo|continuar vivo|continuar viva|existir)',
    '(minha vida|a vida|viver) (não|já não) (tem|faz|vale) (mais |)(sentido|nada|a pena)',
    'não vale (mais |)a pena viver',
    '(cansado|cansada|cansei|farto|farta) (de|da) (viver|vida|minha vida|existir|estar vivo|estar viva|essa vida)',
    'odeio (minha vida|a minha vida|viver|estar vivo|estar viva)',
    '(desistir|desisti|desistindo) (de viver|da vida|da minha vida)',
    '(tomar|engolir|tomei|tomo) todos (os|meus|os meus) (remédios|comprimidos)',
    '(pular|me jogar|me jogo|me atirar|pulo|saltar) (da (ponte|janela|sacada|laje)|de uma (ponte|janela)|do (prédio|viaduto|terraço)|na frente (do|de um|de) (trem|carro|metrô|ônibus|caminhão))',
    '(tanto faz|não me importo|não me importaria|não ligo) (se eu |de |em |)(viver ou morrer|morrer|morro|vivo ou morro)',
    '(a morte|morrer) seria (um alívio|melhor|mais fácil|uma solução)',
    'overdose',
    'carta de despedida',
    'tirar me a vida',
  ],
  lookAlikes: [
    'morrer de (rir|fome|sede|sono|vergonha|medo|saudade|saudades|calor|frio|tédio|cansaço|curiosidade|amor|vontade|inveja|preguiça|fofura|tanto rir|amores|alegria)',
    '(me matar|me matando) (de |na |no |)(rir|trabalhar|estudar|tanto|academia|treino)',
    '(morto|morta) de (fome|sono|cansaço|vergonha|medo|saudade|rir)',
    'suicídio (político|social|profissional|comercial)',
    '(esquadrão|missão|ataque|atentado|homem bomba|ataques|atentados) (suicida|suicidas)',
    '(prevenção|combate) (do|ao) suicídio',
    'suicídio (de um|de uma|do meu|da minha|do|da)',
    `${others} (cometeu suicídio|morreu por suicídio|tentou suicídio|tentou se suicidar|quis se matar)`,
    'perdi (um amigo|meu pai|minha mãe|meu irmão|minha irmã) (para|pro) (o |)suicídio',
    'acabar com tudo (o|a|isso|isto|que|de)',
    '(não|nunca) (quero|queria|vou|penso em) (morrer|me matar|me suicidar|me machucar|sumir|desaparecer)',
    'não (tenho |)vontade de (morrer|me matar|me cortar)',
    'não sou suicida',
    `(viver|vivendo|viver mais) ${here}`,
    'acordar (cedo|tarde|às|as|tão|antes|com o|de madrugada|mais cedo)',
    'vontade de acordar (cedo|hoje|pra)',
    '(sumir|desaparecer) (por|um|uns|nas|na|no|debaixo|dessa (festa|reunião)|com|da (festa|reunião))',
    'só sumir (com|as|a)',
    'nada (dessa matéria|desse trabalho|de dieta|de trânsito)',
    'overdose de (açúcar|chocolate|fofura|café|informação|séries|doce)',
    'carta de despedida (dos|aos|para os|do trabalho|da empresa)',
    'nascido (em|no|na|aqui)',
    'cansei da vida (de|na|em)',
    'cortar os pulsos da camisa',
  ],
}
