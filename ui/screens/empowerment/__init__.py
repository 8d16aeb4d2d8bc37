"""The screens of empowerment: courses, enrolment."""
