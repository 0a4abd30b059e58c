import type { Chance } from './chance.ts'

/** Given names and surnames by culture. Invented people: any likeness comes from how common the names are. */
const CULTURES: Record<string, { given: string; family: string }> = {
  british: {
    given:
      'Amelia Oliver Isla George Freya Harry Poppy Jack Evie Callum Rosie Alfie Martha Rhys Imogen Ewan Niamh Declan Bethan Gareth Harriet Fergus Tilly Angus Beatrice Rory Eleanor Hamish Phoebe Lewis',
    family:
      'Hartley Ashworth Pemberton Calloway Sinclair Marsh Whitcombe Fairfax Bramley Thornton Hollis Carver Penrose Winslow Aldridge Kendrick Lockwood Barlow Ramsey Prescott Wetherby Langdon Hargreave Tremaine Mercer Stroud Beckett Haldane Rowntree Ormond',
  },
  american: {
    given:
      'Madison Tyler Jasmine Marcus Brooke Andre Hannah Jordan Savannah Darius Morgan Caleb Naomi Elijah Autumn Trevor Maya Isaiah Paige Dominic Alexis Xavier Leah Malik Kendall Wyatt Camille Julian Sierra Nathaniel',
    family:
      'Brooks Washington Sullivan Freeman Delgado Whitaker Coleman Jefferson Ramsay Holloway Booker Kowalski Carmichael Banks Donovan Ellison Mayfield Stanton Rhodes Vance Hollister Bautista Ingram Dawson Merritt Okafor Nguyen Park Santiago Yates',
  },
  german: {
    given:
      'Leonie Lukas Hannah Finn Johanna Jonas Lea Moritz Clara Felix Greta Niklas Frieda Emil Katharina Sebastian Annika Tobias Marlene Matthias Svenja Florian Heike Joachim Antje Rainer Lina Till Ronja Malte',
    family:
      'Brandt Lehmann Vogel Krause Seidel Hoffmann Bergmann Winkler Neumann Richter Kessler Albrecht Baumann Scholz Lindner Engelhardt Friedrich Reuter Falk Steinbach Demir Yilmaz Aydin Petersen Thiele Zimmer Ostermann Graf Busch Wiegand',
  },
  french: {
    given:
      'Camille Hugo Manon Louis Chloé Théo Inès Gabriel Léa Antoine Margaux Baptiste Élodie Mathieu Amandine Rémi Aïcha Karim Solène Guillaume Océane Bastien Noémie Étienne Clémence Yanis Fatou Adrien Juliette Maxime',
    family:
      'Lefebvre Moreau Girard Fournier Mercier Rousseau Chevalier Garnier Perrin Lemoine Benali Diallo Renaud Marchand Gaillard Dufour Picard Barbier Vasseur Delorme Traoré Haddad Carlier Blanchet Collet Aubry Besson Charpentier Joly Maillard',
  },
  spanish: {
    given:
      'Lucía Hugo Martina Pablo Carmen Diego Alba Álvaro Noa Javier Inés Sergio Marta Rodrigo Elena Adrián Rocío Ignacio Nuria Gonzalo Pilar Tomás Jimena Mateo Valeria Emiliano Ximena Santiago Paola Leonardo',
    family:
      'Ortega Navarro Iglesias Vidal Cortés Herrera Molina Serrano Castaño Peña Aguilar Cabrera Fuentes Montero Rivas Salazar Ibáñez Robles Quintero Zamora Villalobos Carrasco Benítez Escobar Maldonado Luna Cárdenas Arroyo Bravo Solís',
  },
  polish: {
    given:
      'Zuzanna Jakub Maja Antoni Zofia Szymon Oliwia Filip Agnieszka Marek Katarzyna Piotr Magdalena Tomasz Ewa Krzysztof Natalia Bartosz Dominika Michał Karolina Wojciech Joanna Paweł Alicja Rafał',
    family:
      'Nowak Kowalczyk Wiśniewska Zieliński Szymczak Woźniak Kaczmarek Mazurek Krawczyk Piotrowski Grabowski Pawlak Michalak Adamczyk Dudek Wieczorek Jabłoński Majewska Olszewski Stępień Malinowski Jaworski Sikora Walczak Baran Rutkowski',
  },
  brazilian: {
    given:
      'Beatriz Thiago Larissa Rafael Juliana Gustavo Camila Lucas Letícia Felipe Mariana Vinícius Isabela Caio Fernanda Rodrigo Luana Henrique Tatiane Otávio Bruna Leandro Débora Murilo Raquel Renato',
    family:
      'Almeida Barbosa Cardoso Duarte Esteves Farias Gouveia Lacerda Machado Nascimento Oliveira Pacheco Queiroz Rezende Siqueira Teixeira Vasconcelos Xavier Moraes Tavares Figueiredo Monteiro Batista Carvalho Peixoto Brandão',
  },
  indian: {
    given:
      'Aarav Ananya Vihaan Diya Arjun Ishita Rohan Kavya Aditya Meera Karthik Priya Nikhil Sneha Rahul Pooja Siddharth Lakshmi Varun Nandini Harish Divya Sanjay Ritu Imran Zoya Gurpreet Simran Deepak Shreya',
    family:
      'Iyer Sharma Nair Reddy Menon Kapoor Banerjee Desai Joshi Kulkarni Chatterjee Bhatt Pillai Malhotra Saxena Rao Krishnan Choudhury Gill Sethi Mukherjee Agarwal Patil Hegde Venkatesh Thakur Qureshi Dhillon Subramanian Vora',
  },
  japanese: {
    given:
      'Haruto Yui Sota Aoi Ren Hina Yuto Sakura Kaito Mio Daiki Rin Takumi Misaki Kenta Ayaka Shota Nanami Hiroshi Kaori Tetsuya Naoko Ryo Emi Kazuki Mai',
    family:
      'Tanaka Watanabe Kobayashi Yoshida Yamamoto Sasaki Matsumoto Inoue Kimura Hayashi Shimizu Mori Ikeda Hashimoto Ishikawa Ogawa Fujita Okada Goto Hasegawa Murakami Endo Aoki Sakamoto Fukuda Nishimura',
  },
  chinese: {
    given:
      'Wei Li-Na Jun Mei-Ling Hao Xin-Yi Jia-Hui Kai Yu-Ting Zhen Si-Hui Chen-Yu Hui-Min Ming Pei-Shan Yi-Xuan Bo Shu-Fen Jin-Hong Rui Zi-Han Lin Qi Xiao-Yan Da-Wei Ying',
    family:
      'Tan Lim Wong Chua Goh Ong Teo Koh Zhang Wang Liu Chen Huang Zhao Wu Zhou Xu Sun Ma Zhu Guo Lin He Gao Luo Zheng',
  },
  arab: {
    given:
      'Layla Omar Mariam Khalid Noor Youssef Huda Tariq Salma Hassan Rania Faisal Dina Karim Amira Ziad Nadia Samir Yasmin Mahmoud Farah Bilal Hana Rashid Lina Adel',
    family:
      'Haddad Mansour Nasser Farouk Khalil Saleh Aziz Hamdan Rahman Shaheen Barakat Qasim Darwish Sabbagh Fahmy Awad Ghanem Najjar Habib Suleiman Abbas Zayed Hijazi Morsi Tawfik Bakri',
  },
  african: {
    given:
      'Thabo Amahle Sipho Nomvula Kwame Ama Chinedu Adaeze Tendai Zanele Kofi Naledi Tunde Ngozi Lwazi Ayanda Mandla Folake Jabulani Lerato Emeka Thandiwe Musa Palesa Bongani Nia',
    family:
      'Dlamini Nkosi Mokoena Khumalo Ndlovu Mahlangu Adeyemi Okonkwo Mensah Boateng Zulu Sithole Van-Wyk Botha Naidoo Govender Pretorius Mthembu Osei Eze Balogun Moyo Chikwanha Radebe Molefe Asante',
  },
}

const SPLIT = new Map(
  Object.entries(CULTURES).map(([culture, { given, family }]) => [
    culture,
    { given: given.split(' '), family: family.split(' ') },
  ]),
)

export type Culture = string

/** A given name and a surname that go together. */
export function inventName(chance: Chance, culture: Culture): { givenName: string; surname: string } {
  const { given, family } = SPLIT.get(culture) ?? SPLIT.get('british')!
  return { givenName: chance.pick(given), surname: chance.pick(family).replace('Van-Wyk', 'van Wyk') }
}

/** The part before the @: plain ASCII, as mail systems of real companies have it. */
export function mailName(givenName: string, surname: string): string {
  const plain = (text: string) =>
    text
      .replace(/ł/g, 'l')
      .replace(/Ł/g, 'L')
      .normalize('NFD')
      .replace(/[^A-Za-z-]/g, '')
      .toLowerCase()
  return `${plain(givenName)}.${plain(surname)}`
}
