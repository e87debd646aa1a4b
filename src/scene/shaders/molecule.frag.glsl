// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
in vec3       to_fragment_normal;
in float      to_fragment_distance, to_fragment_part, to_fragment_open;
flat in vec3  to_fragment_copy;

uniform vec3 hues[6]; // of the parts, from none on

void main ()
{
  vec3 hue = hues[int (clamp (floor (to_fragment_part + 0.5), 0.0, 5.0))];

  show (light_up (min (hue * to_fragment_copy.z, vec3 (1.0)), normalize (to_fragment_normal),
                  to_fragment_open, to_fragment_distance),
        to_fragment_copy.x, to_fragment_distance, to_fragment_copy.y);
}
