// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
layout (location = 0) in vec3 place;
layout (location = 1) in vec3 normal;

uniform mat4 to_eye, to_clip;

out vec3  to_fragment_place, to_fragment_up, to_fragment_normal;
out float to_fragment_distance;

void main ()
{
  vec4 eye = to_eye * vec4 (place, 1.0);

  gl_Position = to_clip * eye;
  to_fragment_place = place;
  to_fragment_up = normal;
  to_fragment_normal = mat3 (to_eye) * normal;
  to_fragment_distance = -eye.z;
}
