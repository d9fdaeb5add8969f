## The leader's page
lead-title = How things stand in { $place }
lead-small-numbers = Numbers under { $limit } are hidden.
lead-hidden = hidden
lead-day = Day
lead-show = Show
lead-day-ahead = Choose a day that has been. We show today.
lead-briefly = In short
lead-brief-flow = With a coordinator: { $active } families. Waiting for an answer or a place: { $waiting }.
lead-brief-coordinated = No active family is without a coordinator.
lead-brief-uncoordinated = { $count } active families are without a coordinator. That must not happen.
lead-brief-gaps = Without owner: { $count } needs and actions. The oldest has waited { $days } days.
lead-flow = Flow
lead-phase = Step
lead-families = Families
lead-by-district = Show the figures for each district
lead-district = District
lead-no-district = No district
lead-load = Capacity
lead-free = { $count ->
    [0] No free places.
    [one] One free place.
   *[other] { $count } free places.
}
lead-of = { $has } of { $room }
lead-over = over
lead-gaps = Without owner, by area
lead-gaps-today-only = What has no owner can be shown for today only.
lead-gaps-by-age = Without owner, by the child’s age
lead-late = Overdue, by service
lead-area = Area
lead-age = Age
lead-service = Service
lead-no-service = The family itself, or no service
lead-count = Number
lead-oldest = Oldest
lead-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
lead-none = None now.
age-0-5 = 0–5 years
age-6-12 = 6–12 years
age-13-15 = 13–15 years
age-16-17 = 16–17 years
age-18-24 = 18–24 years
age-none = Adults, or the whole family
lead-fewer = fewer than { $limit }
