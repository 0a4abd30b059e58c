/** The lessons in English. */
import type { LessonTable } from './lesson.ts'

export const en: LessonTable = {
  'licence-to-lead': {
    title: 'You lead this one',
    promise: 'You know why the lead is yours, and how to take it in the first five minutes.',
    parts: [
      {
        heading: 'Why the lead is yours',
        text: [
          'In most rooms you share with a leader, they set the topic and you prepare the answer. Here it is the other way round. You are the Mentor: you choose what to talk about, you watch the clock, and you decide when a topic has had enough. That isn’t politeness from your leader. It is what the program is for.',
          'Your leader has signed up to learn something they can’t learn from people like themselves: how tools are really used, how decisions land, what makes people your age stay or go. If they led, they would hear their own questions answered once more. When you lead, they hear what they didn’t know to ask.',
        ],
      },
      {
        heading: 'How to take it',
        text: ['The lead is taken in small, ordinary ways. Three of them are enough to begin with:'],
        points: [
          'Send the topic a day before, in one sentence: “Tomorrow I’d like to show you how my team uses AI for first drafts.”',
          'Open the session yourself, before small talk becomes a status report: “I’ve planned three things for today. First, how did last time’s try-out go?”',
          'Close it yourself, five minutes early, with one thing your leader will try and the next date.',
        ],
      },
      {
        heading: 'You don’t need to know everything',
        text: [
          'Leading isn’t the same as being the expert on all of it. You can say “I don’t know, let’s find out together” and still be the one who leads. What you bring is your own view from where you stand. Nobody can be more right about that than you.',
        ],
      },
    ],
    scenario: {
      heading: 'The first ten minutes',
      text: [
        'Noor has prepared a demonstration. Her leader, Victor, sits down and says: “So, tell me a bit about your project, and where do you see yourself in five years?” It is friendly, and it is an interview. Noor feels the session slip away.',
        'She smiles and says: “I’d love to come back to that at the end. I’ve planned something for us first: give me ten minutes and your laptop.” Victor hands it over. He is relieved, too. He had no plan.',
      ],
    },
    check: {
      question: 'Your leader starts with questions about your career. What do you do?',
      answers: {
        a: {
          text: 'Answer them all. It would be rude to interrupt.',
          why: 'It is kind, but now your leader leads and you are being interviewed. Next time it will start the same way.',
        },
        b: {
          text: 'Thank them, park the question for the end, and open with your plan.',
          why: 'Right. The question isn’t lost, nobody is put down, and from the first minutes it is clear who sets the agenda.',
        },
        c: {
          text: 'Say that career questions aren’t allowed here.',
          why: 'They are allowed; your agreement can even give them a place. It is the order that is yours to set.',
        },
      },
    },
    find: 'role, permission, authority, agenda, first session, mandate',
  },
  'running-a-session': {
    title: 'A session that works',
    promise: 'You can plan fifty minutes on half a page, and end with something that happens.',
    parts: [
      {
        heading: 'A shape to lean on',
        text: [
          'You don’t need slides. You need a shape that you both know, so that nobody has to wonder what comes next. For fifty minutes this one works well; for less, shorten the two long parts.',
        ],
        points: [
          '5 minutes: arrive. How are you, really? Phones away.',
          '10 minutes: what happened with the thing they wanted to try.',
          '20 minutes: your topic. Show something; don’t only talk about it.',
          '10 minutes: your leader’s turn to give something back, such as context, a door, an honest view.',
          '5 minutes: one thing to try, and the next date.',
        ],
      },
      {
        heading: 'Show, then let them do it',
        text: [
          'Leaders sit through a great many presentations. What they rarely do is try something badly, in front of somebody who won’t mind. So bring the real thing: the app on your phone, the prompt you used on Monday, the message from headquarters and what your team made of it. Show it for five minutes. Then hand over the keyboard and stay quiet while they look for the button.',
        ],
      },
      {
        heading: 'Half a page is enough',
        text: [
          'Write down three lines before each session: what I’ll show, what I’ll ask, what they could try afterwards. Look at them again when you have finished. If you didn’t get through it all, that is fine: a conversation that went deeper than the plan is better than a plan that was completed.',
        ],
      },
    ],
    scenario: {
      heading: 'Out of time',
      text: [
        'Sam planned to show three tools. After forty minutes, Ines is still on the first. She is typing, swearing quietly, and laughing. Sam looks at the clock and at the two tools left.',
        'He drops them. At minute forty-five he says: “Let’s stop here. What will you use this for before we meet again?” Ines says: “My Thursday note.” Sam writes it down, so that next time he can ask about the Thursday note.',
      ],
    },
    check: {
      question: 'Ten minutes are left and half of your plan. What is the best use of them?',
      answers: {
        a: {
          text: 'Speed up and get through the rest.',
          why: 'Your leader would hear a lot and keep little. What is left over is a good start for next time.',
        },
        b: {
          text: 'Ask whether you may go over by a quarter of an hour.',
          why: 'Their next meeting is waiting, and a slot that overruns is the first to be cut from a full week.',
        },
        c: {
          text: 'Stop, and agree on one thing to try and the next date.',
          why: 'Right. What your leader does between two sessions is where the learning happens. Guard those last minutes.',
        },
      },
    },
    find: 'agenda, structure, plan, time, demonstration, preparation, template',
  },
  'ask-before-telling': {
    title: 'Ask before you tell',
    promise: 'You can open a topic with a question that makes your leader curious.',
    parts: [
      {
        heading: 'Why a question comes first',
        text: [
          'You know something, and your leader wants to know it. The quickest way seems to be to explain it. But an answer to a question nobody has asked yet slides off. People take in what they have just noticed they lack.',
          'A question also tells you where to begin. Perhaps they know more than you think, and your first ten minutes would bore them. Perhaps they know less, and you would lose them at the second sentence. You can’t see which it is until you ask.',
        ],
      },
      {
        heading: 'Good questions are small',
        text: ['Big questions get speeches. Small ones get stories. Compare:'],
        points: [
          'Instead of “What do you think of AI?” ask “When did you last use it, and what for?”',
          'Instead of “Is our communication good?” ask “How did you find out what people said about the last announcement?”',
          'Instead of “Do you understand this?” ask “What would you try it on first?”',
        ],
      },
      {
        heading: 'Then wait',
        text: [
          'After a good question comes a silence. It feels long, and it is about four seconds. Leave it alone: your leader is thinking, and that is the point. If you fill it with a second question or with the answer, you have told them that thinking isn’t needed here.',
          'Afterwards you may tell as much as you like. Begin with what they said: “You mentioned your team’s notes. Let me show you what I do with mine.” Now it is an answer.',
        ],
      },
    ],
    scenario: {
      heading: 'Two ways into the same topic',
      text: [
        'Leila wants to talk about why young colleagues leave. In her first attempt she brought six reasons. Her leader nodded at each and explained what was already being done about it.',
        'The next time she asks: “Who was the last person under thirty that you were sorry to lose? What do you think they would say about it today?” He is quiet for a while. Then he says: “I never asked her.” The rest of the session goes by in a moment.',
      ],
    },
    check: {
      question: 'You want to show how your team uses AI. How do you start?',
      answers: {
        a: {
          text: '“What did you last write that took far too long?”',
          why: 'Right. It is small, it is about their own work, and the answer tells you exactly what to show.',
        },
        b: {
          text: '“Let me walk you through what it can do.”',
          why: 'You are off to a good demonstration of something they haven’t yet noticed they need.',
        },
        c: {
          text: '“Do you know how these models work?”',
          why: 'That is an exam question. Whoever doesn’t know has to admit it at once, before there is any trust.',
        },
      },
    },
    find: 'questions, curiosity, silence, coaching, explaining',
  },
  patience: {
    title: 'Slow is fine',
    promise: 'You can let your leader take the time that learning takes.',
    parts: [
      {
        heading: 'What is easy for you isn’t easy',
        text: [
          'You have done it a thousand times, and your thumbs know the way. Your leader is doing it for the first time, with somebody watching, after years in which they were the one who knew. That is harder than it looks. Slowness here doesn’t mean that they are slow.',
          'Whoever is used to being good at things often hides being a beginner. They joke, they change the subject, or they hand the work back: “You do it, you’re quicker.” If you take it, you will have saved a minute and lost the lesson.',
        ],
      },
      {
        heading: 'Four habits',
        text: [],
        points: [
          'Keep your hands off the keyboard. Say what to look for, not where to click.',
          'One new thing at a time. If there are three, you’ll need three sessions.',
          'Say what worked before you say what is missing: “That prompt got you nearly there. What if you told it who will read this?”',
          'Let them make the mistake that doesn’t matter. People remember what they put right themselves.',
        ],
      },
      {
        heading: 'Coming back to it',
        text: [
          'Forgetting between two sessions is normal: three weeks and two hundred messages lie in between. Begin with a short “show me how you did it”, without sighing. If the same thing is forgotten for the third time, it may not be useful to them. Ask, and choose something else. That isn’t failure. That is knowing your student.',
        ],
      },
    ],
    scenario: {
      heading: 'You do it',
      text: [
        'Marta has been looking for the menu for a minute. “Oh, just do it for me, Deniz,” she says and turns the screen towards him. Deniz’s hand is already moving.',
        'He puts it back. “Nearly there. What is the thing you want to do to this text?” “Make it shorter.” “Then write just that.” She does, and reads what comes back. “That’s all?” That’s all. She shows it to her assistant the same afternoon.',
      ],
    },
    check: {
      question: 'Your leader says: “You’re faster, you do it.” What helps most?',
      answers: {
        a: {
          text: 'Do it quickly and explain what you are doing.',
          why: 'They will follow along and remember nothing. Watching feels like learning, and isn’t.',
        },
        b: {
          text: 'Leave it with them and give the next small hint.',
          why: 'Right. The step stays theirs, and it is small enough to be taken. That is how it comes to be a habit.',
        },
        c: {
          text: 'Suggest a course for beginners.',
          why: 'They came to you because a course was not what they wanted. It also sounds like a verdict.',
        },
      },
    },
    find: 'pace, pacing, slow, beginner, repetition, frustration',
  },
  'feedback-upward': {
    title: 'Telling a leader what you see',
    promise: 'You can say something uncomfortable so that it can be heard.',
    parts: [
      {
        heading: 'Why they need it from you',
        text: [
          'The higher somebody rises, the less they are told. People soften, wait, and let it go. Your leader knows this, and it is one of the reasons they are here. An honest sentence from you may be the only one they get this month.',
          'Still, it must be possible to hear it. Feedback that sounds like a verdict on a person gets a defense. Feedback about one thing that happened gets a thought.',
        ],
      },
      {
        heading: 'Three steps',
        text: [],
        points: [
          'Ask for the door: “May I tell you how that came across where I sit?” They can say “not today”, and mostly they say yes.',
          'Say what you saw and what it did, without guessing why: “In the meeting you looked at your phone while Ana spoke. After that, nobody else came forward.”',
          'Leave the rest to them: “What do you make of that?” You don’t have to bring the solution.',
        ],
      },
      {
        heading: 'What is yours to say',
        text: [
          'Speak for yourself and about what you have seen. “Everybody thinks” can’t be checked and sounds like a threat. “I was confused” can’t be argued away. Don’t carry other people’s complaints into the room, and never name a colleague who told you something in confidence.',
          'Good things count as well. “When you said that you didn’t know, the whole room breathed out” is feedback, and it makes the next piece easier to take.',
        ],
      },
    ],
    scenario: {
      heading: 'The town hall',
      text: [
        'After a company meeting, Jonas’s leader asks: “So, how was I?” Jonas could say “great”. Instead he asks: “The whole thing, or one moment that I noticed?” “The moment.”',
        '“You said that no jobs would change. Then the next slide showed new teams. Around me, people stopped listening and started texting.” There is a pause. “Nobody told me that.” “What would you like them to take away?” They spend half an hour on one sentence, and it is a good half hour.',
      ],
    },
    check: {
      question: 'Which sentence is easiest for a leader to hear?',
      answers: {
        a: {
          text: '“You don’t really listen to younger people.”',
          why: 'That is about the whole person. The only possible answer is “Yes, I do”, and there it ends.',
        },
        b: {
          text: '“A lot of us think that the message was off.”',
          why: 'Who is “us”, and which message? It can’t be checked, and it makes your leader wonder who is talking.',
        },
        c: {
          text: '“When you showed that slide, I stopped understanding. What did you want it to say?”',
          why: 'Right. It is one moment, your own view, and a question that leaves the next step to them.',
        },
      },
    },
    find: 'criticism, honesty, disagree, speak up, constructive feedback, candor',
  },
  power: {
    title: 'The difference in the room',
    promise: 'You can see what rank does to both of you, and take some of its weight away.',
    parts: [
      {
        heading: 'It doesn’t go away',
        text: [
          'Your leader may be warm and informal, and still their “maybe” weighs more than your “definitely”. Rank changes who speaks first, who apologizes, and what remains unsaid. Pretending that it isn’t there helps the one who has more of it. Knowing it helps both of you.',
          'It works on leaders, too. They are afraid of looking out of date in front of somebody who will talk about it. You are afraid of paying later for something you said. Both fears are normal, and neither has to be spoken about much. But you can build for them.',
        ],
      },
      {
        heading: 'Small things that level the floor',
        text: [],
        points: [
          'Place: meet online, on a walk, or in a neutral room. Their office is their stage.',
          'Seats: side by side, looking at the same screen, not across a desk.',
          'Words: use the same form of address in both directions.',
          'Turns: you open, you close, and you each ask the other questions.',
          'Paper: fill in your agreement together early. It says in writing that nothing from here goes into an appraisal.',
        ],
      },
      {
        heading: 'What you don’t owe',
        text: [
          'You owe your leader preparation, honesty and discretion. You don’t owe them agreement, extra work, news about colleagues, or a good mood. And you are never paired with somebody from your own reporting line. The product doesn’t allow it: the person across from you isn’t your boss, nor your boss’s boss.',
        ],
      },
    ],
    scenario: {
      heading: 'A harmless wish',
      text: [
        '“Could you look over my slides for Thursday? You’re so good at this.” Emil is flattered. It is two evenings of work, and he would have said no to a friend.',
        'He says: “Not the slides, but let’s take twenty minutes of our next session and you show me the two you’re unsure about.” It stays mentoring, and it stays inside the time that they agreed on.',
      ],
    },
    check: {
      question: 'Your leader suggests meeting in their office, “because it’s easier”. What do you answer?',
      answers: {
        a: {
          text: '“Could we take a meeting room, or walk? I find it easier to lead there.”',
          why: 'Right. It is a wish with a reason, it blames nobody, and it moves the session off their stage.',
        },
        b: {
          text: 'Accept. The place is a detail.',
          why: 'In their chair, with their assistant at the door, they are the boss in the first second. The place does a good part of the talking.',
        },
        c: {
          text: '“The program forbids that.”',
          why: 'Your agreement offers a neutral place; nothing forbids yours. And hiding behind a rule gives the lead away.',
        },
      },
    },
    find: 'hierarchy, rank, status, office, equality, seniority, fear',
  },
  boundaries: {
    title: 'Where it stops',
    promise: 'You can say no to what doesn’t belong here, and stay on good terms.',
    parts: [
      {
        heading: 'What belongs here',
        text: [
          'Your sessions are for the challenge of the program, for the topics you have chosen, and for the two goals in your agreement. That is wide. It isn’t everything. A few things don’t belong, even when both of you mean well:',
        ],
        points: [
          'Reports on colleagues: who said what, who is any good, who is looking for a job.',
          'Decisions about you: your pay, your promotion, a place on a project that your leader hands out.',
          'Work that isn’t learning: slides, errands, technical support.',
          'Private life beyond what each of you wants to tell.',
          'What your own manager should hear from you first.',
        ],
      },
      {
        heading: 'How to say it',
        text: [
          'A boundary is easiest to draw early, lightly and without a speech. Name it, give a reason in half a sentence, and offer something that does belong: “I’d rather not talk about people in my team. What I can tell you is what the change looks like from where I sit.”',
          'Your agreement has a line for topics you both leave out. Use it. A line that was agreed on in week one is a reminder later, not a reproach.',
        ],
      },
      {
        heading: 'When it isn’t respected',
        text: [
          'Once is a slip. Say it again, a little more clearly. If it goes on, or if it is about touching, threats, or anything you would not want to happen to a friend, you don’t have to solve it with your leader. Talk to the program’s Organizer or to the place your company has for such things. And you can end the pairing with one action, without a reason.',
        ],
      },
    ],
    scenario: {
      heading: 'Just between us',
      text: [
        '“Just between us,” says Robert, “is Karin up to leading your team?” Aisha likes Karin. She also sees that whatever she says now will be used.',
        '“I don’t want to talk about Karin behind her back. But if you’d like to know what a team lead needs these days, I have a few ideas.” Robert looks at her for a second. “Fair enough. Go on.”',
      ],
    },
    check: {
      question: 'Your leader asks who in your team is thinking of leaving. What do you say?',
      answers: {
        a: {
          text: 'Give a name, and ask them to be discreet.',
          why: 'It isn’t yours to give, and nobody can un-know it. It would also show your leader how you would treat what they tell you.',
        },
        b: {
          text: '“I won’t name people. I can tell you what would make me leave.”',
          why: 'Right. It is clear, it is friendly, and your leader gets something true that is yours to tell.',
        },
        c: {
          text: '“No idea”, although you know.',
          why: 'It gets you through the moment, and the question will come again. A small open “no” is safer than a small lie.',
        },
      },
    },
    find: 'limits, saying no, colleagues, gossip, promotion, harassment, report',
  },
  confidentiality: {
    title: 'What stays between you',
    promise: 'You know what you keep to yourself, what the program sees, and where confidence ends.',
    parts: [
      {
        heading: 'The simple rule',
        text: [
          'What you tell each other stays between you. That covers what your leader doubts, what they don’t know, and what they plan. It covers what you said about your team, too. You may take away what you learned; you don’t take away who said it. “I learned that budgets are set in May” is yours. “My leader is worried about May” isn’t.',
        ],
      },
      {
        heading: 'What the program sees',
        text: [
          'The program’s team sees dates, whether you met, whether your agreement is signed, whether something should change between you, and pooled figures. What you say in a session, what you write into the agreement, and what each of you answers about the other are not shown to them. You can look all of it up under “Who can see what” in My mentoring. It is read from the rules that the product really applies.',
        ],
      },
      {
        heading: 'Where it ends',
        text: ['Confidence has limits, and it is fair to say so in the first session:'],
        points: [
          'Somebody’s safety is at risk, yours or another’s.',
          'The law asks for it, for instance with a crime or with information that moves share prices.',
          'Harassment or discrimination. You may always get help for yourself.',
        ],
      },
      {
        heading: 'Asking for help without telling tales',
        text: [
          'You may want advice. You can get it without breaking your word: describe the situation and leave out the person. “What do I do when somebody cancels twice?” is a question that anybody in the company can answer.',
        ],
      },
    ],
    scenario: {
      heading: 'In the kitchen',
      text: [
        '“You’re mentoring the CFO, right? So, are there going to be cuts?” Four colleagues turn round. Yusuf knows something. He also knows that a shrug would be read as a yes.',
        '“I don’t talk about our sessions, not even the boring parts. Ask me about prompts, though.” They laugh, and the topic is over. Next time nobody asks.',
      ],
    },
    check: {
      question:
        'In a session you learn about a reorganization that isn’t public. A friend’s job is affected. What is right?',
      answers: {
        a: {
          text: 'Give the friend a hint. They would do the same for you.',
          why: 'A hint is telling. It can harm your leader, your friend and you, and the next Mentor will be trusted less.',
        },
        b: {
          text: 'Write it to the program’s Organizer so that somebody knows.',
          why: 'Nobody is in danger and nothing is against the law. The Organizer isn’t meant to read what you talk about.',
        },
        c: {
          text: 'Keep it, and tell your leader that you’d rather not hear such things.',
          why: 'Right. Your word holds, and next time you are spared a secret that weighs on you.',
        },
      },
    },
    find: 'secret, privacy, trust, legal, law, insider, gossip, who sees',
  },
  'wrong-thing': {
    title: 'When it comes out wrong',
    promise: 'You can put a clumsy sentence right, whoever said it.',
    parts: [
      {
        heading: 'It will happen',
        text: [
          'You will say something that is too sharp, too familiar, or simply wrong. Your leader will say something about your generation, your background or your accent that makes you blink. Two people who never say the wrong thing are two people who are not saying anything. What counts is the minute afterwards.',
        ],
      },
      {
        heading: 'When it was you',
        text: [
          'Say it soon, say it briefly, and go on. A long apology makes the other person look after you.',
        ],
        points: [
          '“That came out harsher than I meant. What I wanted to say is this.”',
          '“I was wrong about that. Thank you for telling me.”',
          'If you only notice at night, write one line in the chat: “I keep thinking about what I said on your presentation. It wasn’t fair. Let’s start with that next time.”',
        ],
      },
      {
        heading: 'When it was your leader',
        text: [
          'You may choose. You may let it pass, because you are tired; that isn’t cowardice. You may ask: “How do you mean that?” Often people hear themselves. Or you may say what it did: “When you say ‘you people’, I’m not your Mentor any more, I’m an example.” Start from the idea that they would want to know. Most of them do, and hardly anybody tells them.',
          'You are not the spokesperson for everyone who looks or lives like you. “I can only speak for myself” is always a complete answer. And what hurts again and again isn’t clumsy any more. Then the lesson about boundaries holds.',
        ],
      },
    ],
    scenario: {
      heading: '“You don’t seem like one”',
      text: [
        '“You’re very organized for someone your age,” says Helen, and means it kindly. Tomás feels the sting, and sees that she hasn’t noticed.',
        '“Can I play that back? ‘For someone your age.’” Helen goes red. “Oh. That wasn’t a compliment, was it?” “Half of one.” They both laugh. Helen writes it down. It is the first thing that she tells her own team about the program.',
      ],
    },
    check: {
      question: 'In front of your leader you called a decision “stupid”. It was theirs. What now?',
      answers: {
        a: {
          text: '“That was the wrong word. May I say what I find difficult about it?”',
          why: 'Right. The word is taken back, the thought isn’t, and you can both go on in the same minute.',
        },
        b: {
          text: 'Apologize several times and change the subject.',
          why: 'Now your leader has to comfort you, and what you had to say about the decision is lost.',
        },
        c: {
          text: 'Stand by it. You are supposed to be direct.',
          why: 'Direct is about the matter. “Stupid” is a grade, and grades make people defend themselves.',
        },
      },
    },
    find: 'mistake, apology, sorry, offended, inclusion, bias, stereotype, clumsy',
  },
  intimidation: {
    title: 'When a leader overpowers the room',
    promise: 'You can hold your ground with somebody who talks over you, and you know when to stop.',
    parts: [
      {
        heading: 'Three kinds of too much',
        text: ['Not everything that feels big is meant to be. It helps to tell apart:'],
        points: [
          'The talker fills the time because silence is strange to them. They are often nervous.',
          'The tester argues with everything to see whether you stand by it. They often respect you when you do.',
          'The eager one wants it all at once, writes at midnight, and overwhelms you with thanks and tasks.',
        ],
      },
      {
        heading: 'What helps',
        text: [
          'Slow down first. Put both feet on the floor, breathe out, and speak a little more quietly than they do. Then name what is happening instead of fighting it:',
        ],
        points: [
          'To the talker: “I’m going to stop you here. I’ve one thing to show before we run out of time.”',
          'To the tester: “You may well be right. This is what I see where I am. What would change your mind?”',
          'To the eager one: “One thing until next time. Which one?”',
        ],
      },
      {
        heading: 'When it is more than that',
        text: [
          'Somebody who raises their voice, threatens, humiliates you, or reminds you what they could do to your career is not testing you. You may leave the session: “I’m ending here for today.” You don’t have to explain, and you don’t have to go back.',
          'Write down for yourself what happened and when. Then talk to the program’s Organizer, or to whoever your company has named for such cases. You can end the pairing by yourself; your leader gets a neutral message that gives no reason.',
        ],
      },
    ],
    scenario: {
      heading: 'That won’t work here',
      text: [
        'Whatever Mei shows, Paul says: “That won’t work here.” After the third time her next sentence gets stuck. Then she remembers: the tester.',
        'She closes the laptop. “That’s three times. Pick the one that comes closest to working, and tell me what it lacks.” Paul leans back. “The second one,” he says, and for the first time he reaches for the keyboard himself.',
      ],
    },
    check: {
      question: 'Your leader laughs at an idea of yours and says: “Careful, I know your boss.” What fits?',
      answers: {
        a: {
          text: 'Laugh along. It was surely a joke.',
          why: 'Perhaps it was. But a joke about your career from somebody with power over careers works as a threat, and laughing says that it may go on.',
        },
        b: {
          text: '“That makes it hard for me to be honest. If it was a joke, please don’t make it again.”',
          why: 'Right. You say what it does and leave a way back. If it comes again, end the session and get help.',
        },
        c: {
          text: 'Say nothing, and be more careful from now on.',
          why: 'Understandable, and nothing to be ashamed of. But from now on they will learn nothing from you, and you will carry it alone.',
        },
      },
    },
    find: 'bully, threat, pressure, dominate, overeager, fear, shouting, help, end',
  },
  listening: {
    title: 'Listening without defending',
    promise: 'You can hear something hard, and be told the next thing as well.',
    parts: [
      {
        heading: 'The reflex',
        text: [
          'Somebody twenty years younger tells you that nobody understood your message. Within a second you have the answer: the context they don’t know, the constraint they can’t see, the three things that are already being done. All of it is true. And once you have said it, you will not hear anything of this kind from them again.',
          'Explaining is what leaders are good at. To the person across from you it sounds like: you should not have said that.',
        ],
      },
      {
        heading: 'Three sentences to replace it',
        text: ['You don’t have to agree. You only have to stay with it a little longer:'],
        points: [
          '“Tell me more about that.” Then count to four.',
          '“What did it look like from where you were?” It asks for facts, not for a verdict.',
          '“Let me see whether I understood: you heard this, and you did that.” Being repeated correctly is rare, and people remember it.',
        ],
      },
      {
        heading: 'What to do with the “but”',
        text: [
          'It will come. Write it down instead of saying it. At the end of the session look at your note: if it still matters, ask whether your Mentor would like to know the background. Half of the time you will find that it was not needed. What they told you is how it landed, and context doesn’t change how something has landed.',
          'And thank them in a way that costs you something: say what you’re going to think about. “Thanks for your openness” is what one says before nothing happens.',
        ],
      },
    ],
    scenario: {
      heading: 'The new office rules',
      text: [
        '“When the new rules came out, my team started to look at job ads,” says Omar. His leader, Claire, feels the heat rise. She had fought for those rules to be milder.',
        'She says: “Tell me more about that.” It turns out that it wasn’t the rules. It was that they came by mail on a Friday at six. Claire writes “Friday, six” on her pad and nothing else. That one she can change.',
      ],
    },
    check: {
      question: 'Your Mentor says that your last announcement felt dishonest. What is your first sentence?',
      answers: {
        a: {
          text: '“You have to know what was going on in the background.”',
          why: 'It may be true and important. As a first sentence it closes the door, because it answers before it has understood.',
        },
        b: {
          text: '“I’m sorry you feel that way.”',
          why: 'It sounds like an apology and moves the fault to their feelings. People know that sentence well.',
        },
        c: {
          text: '“Which part felt like that?”',
          why: 'Right. You accept that it happened, and you ask for the one detail with which you can do something.',
        },
      },
    },
    find: 'feedback, defensive, explain, criticism, hear, attention',
  },
  'not-knowing': {
    title: 'Saying “I don’t know how”',
    promise: 'You can be a beginner in front of somebody younger, and gain by it.',
    parts: [
      {
        heading: 'Why it is hard for you in particular',
        text: [
          'You have been paid for knowing for a long time. Being watched while you look for a button goes against everything that has brought you here. So leaders often make it look as though they knew: they nod, delegate, or call the topic overrated. Your Mentor notices in the first five minutes and adapts. They will teach you what you already know, and you will both be bored.',
        ],
      },
      {
        heading: 'Name it, precisely',
        text: [
          '“I’m hopeless with technology” is a joke, not an admission. It lets everyone off. What helps is precise:',
        ],
        points: [
          '“I’ve never written a prompt by myself. My team does it for me.”',
          '“I use that word in speeches, and I couldn’t explain it.”',
          '“I don’t know what people your age think when they see our careers page.”',
        ],
      },
      {
        heading: 'The fear of saying the wrong thing',
        text: [
          'Perhaps you don’t ask because you might sound out of date, or might hurt somebody: about age, origin, gender, health. Ask whether you may ask: “I’d like to understand something and I’m not sure of the words. Is that all right?” Your Mentor may say no, and they speak for themselves alone, not for a group. If a word was wrong, take it back briefly, use the better one, and go on.',
          'Then do it with your own hands. Not knowing turns into knowing when you do something badly for the first time, here, where it costs nothing.',
        ],
      },
    ],
    scenario: {
      heading: 'The nod',
      text: [
        'For twenty minutes, Andrea has been nodding. Her Mentor, Kofi, is three steps further on, and she lost him at the first. If she says so now, the twenty minutes were for nothing.',
        '“Kofi, stop. I’ve been nodding since the first screen. Can we go back there?” He laughs. “I was wondering.” They start again, more slowly, with her at the keyboard. A week later she says the same sentence in a board meeting, and two others are relieved.',
      ],
    },
    check: {
      question: 'Your Mentor uses a term that you don’t know. What do you do?',
      answers: {
        a: {
          text: 'Nod, and look it up afterwards.',
          why: 'You’d be building on a gap for the rest of the hour, and your Mentor couldn’t know that there is one.',
        },
        b: {
          text: '“Wait. What does that mean, and where would I run into it?”',
          why: 'Right. It costs you one sentence, and it shows your Mentor where to begin. It also makes it easier for them to admit what they don’t know.',
        },
        c: {
          text: '“We used to have a different word for that.”',
          why: 'Perhaps you did. But now the talk is about your experience instead of about what’s new.',
        },
      },
    },
    find: 'ignorance, beginner, embarrassed, wrong thing, questions, humility, offend',
  },
  'the-slot': {
    title: 'Protecting the time',
    promise: 'You can keep the dates, and move one without hurting what you have built.',
    parts: [
      {
        heading: 'What a canceled date says',
        text: [
          'For you it is one of forty appointments in the week. For your Mentor it is the one they prepared for on Sunday. When you cancel, you think: something came up. They think: I’m not important enough. They won’t tell you. After the second time they will prepare less, and after the third there is nothing left to cancel.',
          'In programs that fail, this is how it usually begins. Not with a quarrel, but with two canceled dates.',
        ],
      },
      {
        heading: 'Four arrangements that hold',
        text: [],
        points: [
          'Tell your assistant, in one sentence, that this slot moves only for what would also move a board meeting. An assistant you name here sees times alone.',
          'If you can’t make it, say so early, say it yourself, and use “I can’t make it” instead of declining the invitation: you both get new times within seven days to choose from, if your calendars have any.',
          'Move it, never drop it. Thirty minutes this week are worth more than fifty next month.',
          'Be there when you are there. Laptop closed, phone face down, door shut.',
        ],
      },
      {
        heading: 'When you were the one',
        text: [
          'It will happen that you have to cancel with an hour to go. Write two lines yourself: what came up, that you’re sorry about the preparation, and which new time suits you. Don’t have somebody else write them. In the next session begin with what your Mentor had prepared. It shows that you know it was there.',
        ],
      },
    ],
    scenario: {
      heading: 'A board call, Tuesday at three',
      text: [
        'On Monday a board call lands on the session. Henrik’s first thought is: next month, then. His second: I moved the last one, too.',
        'He presses “I can’t make it”, takes the time on Thursday morning that the card offers, and writes: “Board call, I’m sorry, and it’s the second time. Thursday is fixed, I’ll bring the coffee.” On Thursday they have only half an hour. His Mentor has sharpened the plan to fit.',
      ],
    },
    check: {
      question: 'An important client can only meet at the time of your session. What is best?',
      answers: {
        a: {
          text: 'Tell your Mentor yourself today, and choose a new time within the week.',
          why: 'Right. Things do come up. What counts is that it is moved, soon, and by you.',
        },
        b: {
          text: 'Have your assistant decline the invitation.',
          why: 'Your Mentor gets a gray line in the calendar, with no reason and no new date. It says more than you meant.',
        },
        c: {
          text: 'Skip it, and do a longer session next time.',
          why: 'The gap becomes six weeks, what you tried in between is forgotten, and skipping has become possible.',
        },
      },
    },
    find: 'cancel, calendar, reschedule, move, time, assistant, commitment, priority',
  },
  'not-an-appraisal': {
    title: 'Not an interview, not an appraisal',
    promise: 'You can meet a junior without judging them, and they can feel it.',
    parts: [
      {
        heading: 'You are always being read',
        text: [
          'You ask “Where do you see yourself in five years?” because you are interested. Your Mentor hears the first question of an interview. You say “impressive”, and they hear a grade. You don’t assess anybody here, but your position does it for you unless you take care. Somebody who feels that they are being assessed shows you what they think you want to see. Then you learn nothing.',
        ],
      },
      {
        heading: 'What you leave outside',
        text: [],
        points: [
          'Their performance. Nothing from your sessions goes into an appraisal, a promotion or a talk with their manager, not even praise. Praise, too, says that you are keeping score.',
          'Promises. “I’ll remember you when the job comes up” turns a Mentor into a candidate.',
          'Their team. Don’t ask who is good, who is leaving, or what their manager is like. They would have to choose between you and their colleagues.',
          'Rescue. You don’t need to solve their career. If you want to give something back, ask what would help, and offer a view rather than a favor.',
        ],
      },
      {
        heading: 'What is said here stays here',
        text: [
          'What your Mentor tells you about life further down is a gift with a return address: in a small team, everybody knows who it was. Take away the insight and leave out the source. Don’t quote, don’t say “a young colleague told me”, and don’t act on one remark so quickly that they are recognized. Confidence ends only where somebody’s safety or the law requires it.',
        ],
      },
    ],
    scenario: {
      heading: 'A friendly word',
      text: [
        'In the elevator, Susanne meets her Mentor’s manager. “Your Priya is outstanding. She told me so much about the project.” It is meant well. The manager smiles. What did Priya tell her?',
        'That evening Priya gets a question she can’t answer. In the next session she is friendly and careful. Susanne asks what has changed, and hears it. “That was my mistake,” she says. “What would you like me to say to your manager, if anything?”',
      ],
    },
    check: {
      question: 'You are impressed by your Mentor and know of an opening. What fits your role?',
      answers: {
        a: {
          text: 'Recommend them to the hiring manager, as a surprise.',
          why: 'It is generous, and it makes your sessions a selection process that the others don’t know about. It also goes over your Mentor’s head.',
        },
        b: {
          text: 'Hint that doors could open if things go on like this.',
          why: 'From now on every session is an audition. Honest feedback from them is over.',
        },
        c: {
          text: 'Keep it apart: tell them what you learned from them, and let the job go its usual way.',
          why: 'Right. Thanks for something specific is worth a lot, and the sessions stay a place where nothing can be won or lost.',
        },
      },
    },
    find: 'interview, performance, promotion, judge, assess, confidentiality, manager, praise',
  },
  'acting-visibly': {
    title: 'Doing something with it',
    promise: 'You can turn what you hear into one visible step, and let your Mentor know.',
    parts: [
      {
        heading: 'Why it decides everything',
        text: [
          'Your Mentor isn’t paid for this. What keeps them going is to see that it makes a difference. If three sessions go by and nothing has changed, they draw the obvious conclusion: it was a nice conversation. And so will everyone they tell.',
          'It needn’t be large. Nobody expects you to turn the company round because of an hour. One small thing, done and visible, weighs more than a promise about the big one.',
        ],
      },
      {
        heading: 'One step, with a date',
        text: ['End every session with one thing that you will do before the next. It should be:'],
        points: [
          'Yours: you do it yourself, you don’t have it done.',
          'Small: an hour at most.',
          'Visible: somebody besides you notices.',
          'Open to failure: “I’ll try it on Thursday’s note, and bring what went wrong.”',
        ],
      },
      {
        heading: 'Close the loop',
        text: [
          'Begin the next session with what came of it, before your Mentor has to ask. If you didn’t do it, say so without a story. If it failed, bring the failure: it is the best material that the two of you can have. And if you have thought about it and decide against it, give the reason. “No, because” is an answer. Silence isn’t.',
          'When an idea works, say in public that you were taught. Ask your Mentor first whether they would like to be named. Some would. Others would rather see it happen quietly, and that is theirs to decide.',
        ],
      },
    ],
    scenario: {
      heading: 'The shorter mail',
      text: [
        '“Nobody reads past the third line,” Lucía had told her leader about his weekly mail. He said that he would think about it, and she thought: so that’s that.',
        'On Friday the mail has three lines. Below them: “Somebody taught me that this is enough. The rest is behind the link. Tell me if you miss anything.” Forty people answer. On Monday Lucía begins to plan their next session, although it is two weeks away.',
      ],
    },
    check: {
      question: 'Your Mentor’s idea is good, but it would take a budget you don’t have. What do you do?',
      answers: {
        a: {
          text: 'Say that you’ll see what can be done.',
          why: 'Your Mentor has heard that sentence before. It is kinder to say what is not going to happen.',
        },
        b: {
          text: 'Say so, and choose the smallest piece of it that you can do yourself this month.',
          why: 'Right. The truth about the budget, and one visible step. Both show that you took it seriously.',
        },
        c: {
          text: 'Pass it to the department in charge and consider it done.',
          why: 'From where your Mentor sits, it has disappeared. If you hand it on, stay in it and tell them what comes of it.',
        },
      },
    },
    find: 'action, follow through, try, impact, credit, recognition, next step',
  },
}
