/** The invented company's departments: who leads them, what their parts are called, and what people there do. */
export interface Department {
  name: string
  chief: string
  /** Share of the company's headcount. */
  weight: number
  /** Direct reports a manager has, on average: small spans make deep departments. */
  span: number
  areas: string[]
  /** Job titles of people without reports, from junior to most experienced. */
  jobs: [entry: string, mid: string, senior: string, principal: string][]
}

export const DEPARTMENTS: Department[] = [
  {
    name: 'Engineering',
    chief: 'Chief Technology Officer',
    weight: 22,
    span: 4,
    areas: [
      'Platform Engineering',
      'Mobile and Web',
      'Data Engineering',
      'Security Engineering',
      'Quality Engineering',
      'Cloud Infrastructure',
      'Payments Engineering',
    ],
    jobs: [
      ['Associate Software Engineer', 'Software Engineer', 'Senior Software Engineer', 'Principal Engineer'],
      ['Graduate Data Engineer', 'Data Engineer', 'Senior Data Engineer', 'Staff Data Engineer'],
      ['Junior Test Engineer', 'Test Engineer', 'Senior Test Engineer', 'Principal Test Engineer'],
      [
        'Junior Site Reliability Engineer',
        'Site Reliability Engineer',
        'Senior Site Reliability Engineer',
        'Principal Reliability Engineer',
      ],
    ],
  },
  {
    name: 'Sales',
    chief: 'Chief Revenue Officer',
    weight: 14,
    span: 8,
    areas: [
      'Enterprise Sales',
      'Mid-Market Sales',
      'Partner Sales',
      'Sales Operations',
      'Solution Consulting',
      'Public Sector',
    ],
    jobs: [
      [
        'Sales Development Representative',
        'Account Executive',
        'Senior Account Executive',
        'Strategic Account Director',
      ],
      [
        'Junior Solution Consultant',
        'Solution Consultant',
        'Senior Solution Consultant',
        'Principal Consultant',
      ],
    ],
  },
  {
    name: 'Operations',
    chief: 'Chief Operating Officer',
    weight: 16,
    span: 5,
    areas: ['Fulfilment', 'Logistics', 'Procurement', 'Facilities', 'Business Continuity', 'Supply Planning'],
    jobs: [
      ['Operations Assistant', 'Operations Specialist', 'Senior Operations Specialist', 'Process Expert'],
      ['Junior Buyer', 'Buyer', 'Senior Buyer', 'Category Expert'],
      ['Planning Assistant', 'Supply Planner', 'Senior Supply Planner', 'Principal Planner'],
    ],
  },
  {
    name: 'Customer Service',
    chief: 'Chief Customer Officer',
    weight: 13,
    span: 9,
    areas: ['Customer Care', 'Onboarding', 'Service Quality', 'Complaints and Resolution', 'Self-Service'],
    jobs: [
      ['Customer Care Trainee', 'Customer Advisor', 'Senior Customer Advisor', 'Customer Care Expert'],
      [
        'Junior Onboarding Specialist',
        'Onboarding Specialist',
        'Senior Onboarding Specialist',
        'Onboarding Expert',
      ],
    ],
  },
  {
    name: 'Marketing',
    chief: 'Chief Marketing Officer',
    weight: 7,
    span: 6,
    areas: ['Brand', 'Growth Marketing', 'Consumer Insights', 'Content and Social', 'Events'],
    jobs: [
      ['Marketing Assistant', 'Marketing Specialist', 'Senior Marketing Specialist', 'Brand Strategist'],
      ['Junior Content Designer', 'Content Designer', 'Senior Content Designer', 'Lead Content Designer'],
      [
        'Social Media Assistant',
        'Social Media Specialist',
        'Senior Social Media Specialist',
        'Social Strategist',
      ],
    ],
  },
  {
    name: 'Product',
    chief: 'Chief Product Officer',
    weight: 7,
    span: 4,
    areas: ['Consumer Products', 'Business Products', 'Design and Research', 'Product Analytics'],
    jobs: [
      ['Associate Product Manager', 'Product Manager', 'Senior Product Manager', 'Principal Product Manager'],
      ['Junior Designer', 'Product Designer', 'Senior Product Designer', 'Principal Designer'],
      ['Junior User Researcher', 'User Researcher', 'Senior User Researcher', 'Principal Researcher'],
    ],
  },
  {
    name: 'Finance',
    chief: 'Chief Financial Officer',
    weight: 6,
    span: 6,
    areas: ['Accounting', 'Financial Planning', 'Treasury', 'Tax', 'Internal Audit'],
    jobs: [
      ['Accounting Trainee', 'Accountant', 'Senior Accountant', 'Accounting Expert'],
      ['Junior Financial Analyst', 'Financial Analyst', 'Senior Financial Analyst', 'Principal Analyst'],
    ],
  },
  {
    name: 'People and Culture',
    chief: 'Chief People Officer',
    weight: 4,
    span: 6,
    areas: ['Talent Acquisition', 'Learning and Development', 'People Partners', 'Rewards'],
    jobs: [
      ['People Assistant', 'People Partner', 'Senior People Partner', 'People Expert'],
      ['Junior Recruiter', 'Recruiter', 'Senior Recruiter', 'Talent Strategist'],
    ],
  },
  {
    name: 'Information Technology',
    chief: 'Chief Information Officer',
    weight: 6,
    span: 6,
    areas: ['Workplace Technology', 'Business Systems', 'Networks', 'Service Desk'],
    jobs: [
      [
        'Service Desk Trainee',
        'Systems Administrator',
        'Senior Systems Administrator',
        'Principal Administrator',
      ],
      ['Junior Business Analyst', 'Business Analyst', 'Senior Business Analyst', 'Enterprise Architect'],
    ],
  },
  {
    name: 'Legal and Compliance',
    chief: 'General Counsel',
    weight: 2.5,
    span: 5,
    areas: ['Commercial Legal', 'Privacy', 'Compliance'],
    jobs: [
      ['Legal Trainee', 'Legal Counsel', 'Senior Legal Counsel', 'Principal Counsel'],
      ['Junior Compliance Analyst', 'Compliance Analyst', 'Senior Compliance Analyst', 'Compliance Expert'],
    ],
  },
  {
    name: 'Communications',
    chief: 'Chief Communications Officer',
    weight: 2.5,
    span: 5,
    areas: ['Internal Communications', 'Media Relations', 'Sustainability'],
    jobs: [
      [
        'Communications Assistant',
        'Communications Specialist',
        'Senior Communications Specialist',
        'Communications Strategist',
      ],
      ['Junior Editor', 'Editor', 'Senior Editor', 'Editor-in-Chief'],
    ],
  },
]
